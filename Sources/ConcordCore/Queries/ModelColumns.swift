extension _Core {
    /// The fields of a model in a condition, the `$0` of `stations.filter { … }`. `@Model` generates the type.
    public protocol ModelColumns: Sendable {
        /// The model.
        associatedtype M: Model

        /// Creates the columns of a table at the end of a path of relations.
        init(_ path: RelationPath)

        /// The relations to the table.
        var _path: RelationPath { get }
    }

    /// The relations from a query's model to the table of a column.
    public struct RelationPath: Sendable {
        let steps: [RelationStep]

        package init(_ steps: [RelationStep] = []) { self.steps = steps }
    }
}

extension _Core.ModelColumns {
    /// Returns the column of the field at an index.
    public func _column<Value>(_ index: Int) -> Column<Value> {
        Column(reference: M.definition.references[index].reached(by: _path.steps))
    }

    /// Returns the column of the key at an index, which refers to another model.
    public func _key<Target: Model, Value>(_ index: Int, _ target: Target.Type) -> KeyColumn<Target, Value> {
        KeyColumn(reference: M.definition.references[index].reached(by: _path.steps))
    }

    /// Returns the related objects of the many-to-many field at an index.
    public func _objects<Target: Model>(_ index: Int, _ target: Target.Type) -> RelatedObjects<Target> {
        RelatedObjects(M.definition.fields[index].relatedRows(of: Target.self, _path.steps))
    }

    /// Returns the objects of another model whose keys refer to this one: `$0.related(\Station.owner).contains {
    /// $0.status == .active }`.
    public func related<Source: Model>(_ key: KeyPath<Source, M.ID> & Sendable) -> RelatedObjects<Source> {
        RelatedObjects(M.rows(of: Source.self, by: key, _path.steps))
    }

    /// Returns the objects of another model whose optional keys refer to this one.
    public func related<Source: Model>(_ key: KeyPath<Source, M.ID?> & Sendable) -> RelatedObjects<Source> {
        RelatedObjects(M.rows(of: Source.self, by: key, _path.steps))
    }
}

/// A field with the key of another object, in a condition. It can be compared as a key, and its members are the fields
/// of the other object: `$0.owner == id`, `$0.owner.email.hasSuffix("@x.no")`.
@dynamicMemberLookup
public struct KeyColumn<Target: Model, Value: Sendable>: _Core.ComparedColumn {
    package let reference: _Core.ColumnReference

    /// The column of the key.
    public var expression: _Core.Expression { .column(reference) }

    /// The value of a field of the object that the key refers to.
    public subscript<Member>(dynamicMember member: KeyPath<Target.Columns, Member>) -> Member {
        columns[keyPath: member]
    }

    private var columns: Target.Columns { Target.Columns(_Core.RelationPath(path(to: Target.self))) }

    /// Returns the columns of the row that the key refers to, for another model of the same table.
    package func columns<Other: Model>(of model: Other.Type) -> [_Core.ColumnReference] {
        let path = path(to: model)
        return Other.definition.columns.map { $0.reached(by: path) }
    }

    private func path<Other: Model>(to model: Other.Type) -> [_Core.RelationStep] {
        guard let key = Other.primaryKey else { return [] }
        let step = _Core.RelationStep(
            name: reference.name, column: reference.column, table: Other.table, key: key.column,
            isNullable: reference.isNullable)
        return reference.path + [step]
    }
}

/// The objects of another model that are related to an object, in a condition.
public struct RelatedObjects<Target: Model>: Sendable {
    package let rows: _Core.RelatedRows?

    init(_ rows: _Core.RelatedRows?) { self.rows = rows }

    /// Returns a condition that is true if at least one of the objects satisfies a condition.
    public func contains(_ condition: (Target.Columns) -> Condition) -> Condition {
        guard var rows else { return .any([]) }
        rows.condition = condition(Target.Columns(_Core.RelationPath()))
        return .existsRelated(rows)
    }

    /// Returns a condition that is true if all of the objects satisfy a condition, or if there are none.
    public func allSatisfy(_ condition: (Target.Columns) -> Condition) -> Condition {
        !contains { !condition($0) }
    }

    /// A condition that is true if there are no objects.
    public var isEmpty: Condition { !contains { _ in .all([]) } }
}

extension Model {
    /// Returns the rows of another table whose key refers to a row of this one.
    fileprivate static func rows<Source: Model>(
        of source: Source.Type, by key: PartialKeyPath<Source>, _ path: [_Core.RelationStep]
    ) -> _Core.RelatedRows? {
        guard let primaryKey, let field = Source.field(at: key) else { return nil }
        return _Core.RelatedRows(
            path: path, key: primaryKey.column, table: Source.table, column: field.column, pairs: nil,
            condition: .all([]))
    }
}

extension _Core.ModelField {
    /// Returns the rows of the model that a many-to-many field refers to.
    fileprivate func relatedRows<Target: Model>(
        of target: Target.Type, _ path: [_Core.RelationStep]
    ) -> _Core.RelatedRows? {
        guard let primaryKey = M.primaryKey, let pairs else { return nil }
        return _Core.RelatedRows(
            path: path, key: primaryKey.column, table: Target.table, column: pairs.source, pairs: pairs,
            condition: .all([]))
    }
}
