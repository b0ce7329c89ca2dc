public import ConcordCore

/// A query set that fetches objects together with related objects. Create it with `QuerySet.with(_:)`.
public struct PrefetchingQuery<M: Model, each Related: Sendable>: Sendable {
    fileprivate let query: QuerySet<M>
    fileprivate let relations: (repeat PrefetchedRelation<M, each Related>)

    /// Returns the objects, each with its related objects. Each relation requires one additional query.
    ///
    /// - Throws: ``DatabaseError``, or ``NoDatabase`` outside requests and commands.
    public func fetch() async throws -> [(M, repeat each Related)] {
        let objects = try await query.fetch()
        let related = (repeat try await (each relations).load(objects))
        return objects.indices.map { index in (objects[index], repeat (each related)[index]) }
    }

    /// Returns the first object with its related objects, or `nil` if the query set is empty.
    public func first() async throws -> (M, repeat each Related)? {
        try await PrefetchingQuery(query: query.limit(1), relations: (repeat each relations)).fetch().first
    }

    /// Adds the object that a key refers to.
    public func with<Target, ID>(
        _ relation: (M.Columns) -> KeyColumn<Target, ID>
    ) -> PrefetchingQuery<M, repeat each Related, Target> {
        adding(.object(relation(M.Columns(_Core.RelationPath())).expression))
    }

    /// Adds the object that a key refers to, or `nil` if the key is null.
    public func with<Target, ID>(
        _ relation: (M.Columns) -> KeyColumn<Target, ID?>
    ) -> PrefetchingQuery<M, repeat each Related, Target?> {
        adding(.optionalObject(relation(M.Columns(_Core.RelationPath())).expression))
    }

    /// Adds the objects of a many-to-many field, or the objects whose keys refer to the object.
    public func with<Target>(
        _ relation: (M.Columns) -> RelatedObjects<Target>
    ) -> PrefetchingQuery<M, repeat each Related, [Target]> {
        adding(.objects(relation(M.Columns(_Core.RelationPath()))))
    }

    private func adding<New>(
        _ relation: PrefetchedRelation<M, New>
    ) -> PrefetchingQuery<M, repeat each Related, New> {
        PrefetchingQuery<M, repeat each Related, New>(query: query, relations: (repeat each relations, relation))
    }
}

extension QuerySet {
    /// Returns the objects, each with the object that a key refers to. This requires one additional query.
    ///
    ///     for (station, owner) in try await Station.objects.with({ $0.owner }).fetch() { … }
    public func with<Target, ID>(
        _ relation: (M.Columns) -> KeyColumn<Target, ID>
    ) -> PrefetchingQuery<M, Target> {
        PrefetchingQuery(query: self, relations: .object(relation(M.Columns(_Core.RelationPath())).expression))
    }

    /// Returns the objects, each with the object that a key refers to, or `nil` if the key is null.
    public func with<Target, ID>(
        _ relation: (M.Columns) -> KeyColumn<Target, ID?>
    ) -> PrefetchingQuery<M, Target?> {
        PrefetchingQuery(
            query: self, relations: .optionalObject(relation(M.Columns(_Core.RelationPath())).expression))
    }

    /// Returns the objects, each with the objects of a many-to-many field or the objects whose keys refer to it.
    ///
    ///     for (station, tags) in try await Station.objects.with({ $0.tags }).fetch() { … }
    ///     for (owner, stations) in try await Owner.objects.with({ $0.related(\Station.owner) }).fetch() { … }
    public func with<Target>(
        _ relation: (M.Columns) -> RelatedObjects<Target>
    ) -> PrefetchingQuery<M, [Target]> {
        PrefetchingQuery(query: self, relations: .objects(relation(M.Columns(_Core.RelationPath()))))
    }
}

/// A relation whose objects are loaded for an array of objects.
struct PrefetchedRelation<M: Model, Related: Sendable>: Sendable {
    let load: @Sendable (_ objects: [M]) async throws -> [Related]
}

/// The error for a relation that can't be loaded, because the objects of the query set don't contain its key.
public struct UnloadableRelation: Error, CustomStringConvertible {
    /// A description with the relation.
    public let description: String
}

extension PrefetchedRelation {
    /// Returns the relation to the object that a key refers to.
    static func object(_ key: _Core.Expression) -> Self where Related: Model {
        Self { objects in
            let (keys, found) = try await targets(Related.self, of: key, objects)
            return try keys.map { key in
                guard let object = found[key] else { throw UnloadableRelation("no object has the key \(key)") }
                return object
            }
        }
    }

    /// Returns the relation to the object that an optional key refers to.
    static func optionalObject<Target: Model>(_ key: _Core.Expression) -> Self where Related == Target? {
        Self { objects in
            let (keys, found) = try await targets(Target.self, of: key, objects)
            return keys.map { found[$0] }
        }
    }

    /// Returns the relation to the objects of a many-to-many field, or to the objects whose keys refer to an object.
    static func objects<Target: Model>(_ relation: RelatedObjects<Target>) -> Self where Related == [Target] {
        Self { objects in
            guard let rows = relation.rows, rows.path.isEmpty else {
                throw UnloadableRelation("the relation belongs to a different object")
            }
            if rows.pairs == nil { return try await rows.objects(leadingTo: objects) }
            guard let field = M.fields.first(where: { $0.isManyToMany && $0.pairs == rows.pairs }) else {
                throw UnloadableRelation("the relation is not a field of '\(M.table)'")
            }
            let keys = objects.map { field.storedKeys(of: $0) }
            let found = try await Target.byKey(Set(keys.joined()))
            return keys.map { $0.compactMap { found[$0] } }
        }
    }

    /// Returns the keys in objects, and the objects with these keys.
    private static func targets<Target: Model>(
        _ target: Target.Type, of key: _Core.Expression, _ objects: [M]
    ) async throws -> (keys: [QueryValue], found: [QueryValue: Target]) {
        guard let field = M.fields.first(where: { .column($0.reference) == key }) else {
            throw UnloadableRelation("'\(key)' is the foreign key of another object; fetch its relation first")
        }
        let keys = objects.map { field.queryValue(of: $0) }
        return (keys, try await Target.byKey(Set(keys.filter { $0 != .null })))
    }
}

extension UnloadableRelation {
    fileprivate init(_ description: String) { self.init(description: description) }
}

extension _Core.RelatedRows {
    /// Returns the objects whose keys refer to each of the given objects.
    fileprivate func objects<M: Model, Target: Model>(leadingTo objects: [M]) async throws -> [[Target]] {
        guard let key = M.primaryKey, let field = Target.fields.first(where: { $0.column == column }) else {
            throw UnloadableRelation("'\(table)' has no foreign key to '\(M.table)'")
        }
        let keys = objects.map { key.queryValue(of: $0) }
        let found = try await Target.objects.filter(.column(field.reference), isIn: Set(keys))
        let groups = Dictionary(grouping: found) { field.queryValue(of: $0) }
        return keys.map { groups[$0] ?? [] }
    }
}

extension Model {
    /// Returns the objects with the given primary keys, by key.
    static func byKey(_ keys: Set<QueryValue>) async throws -> [QueryValue: Self] {
        guard let key = primaryKey else { return [:] }
        let found = try await objects.order(by: []).filter(.column(key.reference), isIn: keys)
        return Dictionary(found.map { (key.queryValue(of: $0), $0) }, uniquingKeysWith: { $1 })
    }
}

extension QuerySet {
    /// Returns the objects with one of the given values, in as few queries as the limit on parameters allows.
    fileprivate func filter(_ expression: _Core.Expression, isIn values: Set<QueryValue>) async throws -> [M] {
        var found: [M] = []
        var rest = Array(values)[...]
        while !rest.isEmpty {
            found += try await filter(.compare(expression, .isIn, .array(Array(rest.prefix(10_000))))).fetch()
            rest = rest.dropFirst(10_000)
        }
        return found
    }
}
