/// A field of a model or of a related object that clients filter or sort by.
struct SelectedField: Sendable {
    /// Returns the wire name of each relation and of the field.
    private let names: @Sendable (KeyStyle?) -> [String]
    /// The column.
    let reference: _Core.ColumnReference
    private let compared: @Sendable (String, inout _Core.Inputs, Bool) -> QueryValue?

    /// Creates the field for a property of a model, or returns `nil` if the property isn't a field.
    init?<M: Model>(_ property: PartialKeyPath<M>) {
        guard let field = M.field(at: property) else { return nil }
        self.init(field, reference: field.reference) { _ in [] }
    }

    /// Creates the field for a column of a model or of a related object. Returns `nil` for a many-to-many field.
    init?<M: Model>(_ column: PartialKeyPath<M.Columns>, of model: M.Type) {
        let value = M.Columns(_Core.RelationPath())[keyPath: column]
        guard let column = value as? any _Core.ComparedColumn, case .column(let reference) = column.expression,
            let field = M.selectedField(reference, after: reference.path[...], relations: { _ in [] })
        else { return nil }
        self = field
    }

    fileprivate init<M: Model>(
        _ field: _Core.ModelField<M>, reference: _Core.ColumnReference,
        relations: @escaping @Sendable (KeyStyle?) -> [String]
    ) {
        names = { relations($0) + [field.wireName(in: $0)] }
        self.reference = reference
        compared = { field.comparand($0, &$1, isList: $2) }
    }

    /// Returns the wire names of the relations and the field: `owner__email`.
    func wireName(in style: KeyStyle?) -> String { names(style).joined(separator: "__") }

    /// Reads a query parameter that is compared with the field. With `isList`, its value is an array.
    func comparand(_ name: String, _ inputs: inout _Core.Inputs, isList: Bool) -> QueryValue? {
        compared(name, &inputs, isList)
    }
}

extension Model {
    /// Returns the field of a column at the end of a path of relations.
    fileprivate static func selectedField(
        _ reference: _Core.ColumnReference, after path: ArraySlice<_Core.RelationStep>,
        relations: @escaping @Sendable (KeyStyle?) -> [String]
    ) -> SelectedField? {
        guard let step = path.first else {
            return field(named: reference.name).map {
                SelectedField($0, reference: reference, relations: relations)
            }
        }
        guard let relation = field(named: step.name), let target = relation.options.relation?.target else { return nil }
        return target.selectedField(reference, after: path.dropFirst()) {
            relations($0) + [relation.wireName(in: $0)]
        }
    }
}
