extension _Core {
    /// The table of a model: its fields, columns, and primary key, which are computed once.
    public struct ModelDefinition<M: Model>: Sendable {
        /// The fields, in the order of their declarations.
        let fields: [ModelField<M>]
        /// The columns of the fields, in the same order. A many-to-many field has no column, so its reference is never
        /// used.
        package let references: [ColumnReference]
        /// The references to the columns of the table.
        package let columns: [ColumnReference]
        /// The index of the primary key among the fields.
        let primaryKey: Int?

        /// Creates the definition from the model's fields.
        public init() {
            let fields = M.fields
            self.fields = fields
            references = fields.map(\.reference)
            columns = fields.filter { !$0.isManyToMany }.map(\.reference)
            primaryKey = fields.firstIndex { $0.options.isPrimaryKey }
        }

        func field(at keyPath: PartialKeyPath<M>) -> ModelField<M>? { fields.first { $0.keyPath == keyPath } }
    }
}
