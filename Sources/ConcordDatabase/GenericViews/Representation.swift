public import ConcordCore

extension ModelSerializer {
    /// Returns the representations of objects, including nested representations of related objects. Related objects are
    /// loaded in one query for each property, regardless of the number of objects.
    ///
    /// - Throws: ``DatabaseError``, or an error if neither the object nor a related object provides a property.
    public static func representing(_ objects: [Model]) async throws -> [Self] {
        var data = objects.map { SerializerData<Self>(of: $0) }
        for property in composition.properties {
            guard let nested = NestedSerializer(property.valueType) else { continue }
            try await nested.load(property, objects, &data)
        }
        return try data.map { data in
            guard let value = Self(data) else { throw Unrepresentable(Self.self) }
            return value
        }
    }

    /// Returns the representations of objects by their keys.
    fileprivate static func representations(of keys: Set<QueryValue>) async throws -> [QueryValue: Self] {
        guard let key = Model.primaryKey, !keys.isEmpty else { return [:] }
        let found = try await Model.objects.order(by: []).filter(
            .compare(.column(key.reference), .isIn, .array(Array(keys)))
        )
        .fetch()
        return Dictionary(
            zip(found.map { key.queryValue(of: $0) }, try await representing(found)), uniquingKeysWith: { $1 })
    }

    /// Returns the representations of the objects whose foreign key refers to the given objects, grouped by that key.
    fileprivate static func representations(
        related name: String, to model: any Any.Type, _ keys: Set<QueryValue>
    ) async throws -> [QueryValue: [Self]]? {
        let relation = Model.fields.first { field in
            guard let relation = field.options.relation, let target = relation.target else { return false }
            return ObjectIdentifier(target) == ObjectIdentifier(model) && relation.related == name
        }
        guard let relation, !relation.isManyToMany else { return nil }
        let found = try await Model.objects.filter(.compare(.column(relation.reference), .isIn, .array(Array(keys))))
            .fetch()
        var result: [QueryValue: [Self]] = [:]
        for (object, value) in zip(found, try await representing(found)) {
            result[relation.queryValue(of: object), default: []].append(value)
        }
        return result
    }

    fileprivate static func load<Outer: ModelSerializer>(
        _ property: _Core.SerializerProperty<Outer>, isArray: Bool, _ objects: [Outer.Model],
        _ data: inout [SerializerData<Outer>]
    ) async throws {
        guard let field = property.modelField else {
            guard let key = Outer.Model.primaryKey else { return }
            let keys = objects.map { key.queryValue(of: $0) }
            guard let found = try await representations(related: property.name, to: Outer.Model.self, Set(keys)) else {
                return
            }
            for index in data.indices {
                let values = found[keys[index]] ?? []
                if isArray {
                    data[index].set(property.name, values)
                } else if let value = values.first {
                    data[index].set(property.name, value)
                }
            }
            return
        }
        if isArray {
            let keys = objects.map { field.storedKeys(of: $0) }
            let found = try await representations(of: Set(keys.joined()))
            for index in data.indices { data[index].set(property.name, keys[index].compactMap { found[$0] }) }
        } else {
            let keys = objects.map { field.queryValue(of: $0) }
            let found = try await representations(of: Set(keys.filter { $0 != .null }))
            for index in data.indices { if let value = found[keys[index]] { data[index].set(property.name, value) } }
        }
    }
}

extension ModelSerializer {
    /// The models of the nested serializers.
    static var nestedModels: [any ConcordCore.Model.Type] {
        composition.properties.compactMap { NestedSerializer($0.valueType)?.model }
    }

    fileprivate static var model: any ConcordCore.Model.Type { Model.self }
}

/// The serializer of a property with one or several nested objects.
private struct NestedSerializer {
    let type: any ModelSerializer.Type
    let isArray: Bool

    var model: any Model.Type { type.model }

    init?(_ type: any Any.Type) {
        if let type = type as? any ModelSerializer.Type {
            self.type = type
            isArray = false
        } else if let type = (type as? any SerializerArray.Type)?.element {
            self.type = type
            isArray = true
        } else {
            return nil
        }
    }

    func load<Outer: ModelSerializer>(
        _ property: _Core.SerializerProperty<Outer>, _ objects: [Outer.Model], _ data: inout [SerializerData<Outer>]
    ) async throws {
        try await type.load(property, isArray: isArray, objects, &data)
    }
}

private protocol SerializerArray {
    static var element: any ModelSerializer.Type { get }
}

extension Array: SerializerArray where Element: ModelSerializer {
    fileprivate static var element: any ModelSerializer.Type { Element.self }
}
