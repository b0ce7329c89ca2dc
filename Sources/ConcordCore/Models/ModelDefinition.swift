extension _Core {
    /// The table of a model, worked out once: its fields, its columns and its primary key.
    public struct ModelDefinition<M: Model>: Sendable {
        /// The fields, in the order in which they are declared.
        let fields: [ModelField<M>]
        /// The columns of the fields, in the same order; a many-to-many field has none, and its reference is never read.
        package let references: [ColumnReference]
        /// The references to the columns that the table has.
        package let columns: [ColumnReference]
        /// The position of the primary key among the fields.
        let primaryKey: Int?

        /// Works out the table of a model from its fields.
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
