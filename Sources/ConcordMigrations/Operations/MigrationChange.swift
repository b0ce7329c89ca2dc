/// The change of an operation to the tables.
package enum MigrationChange: Hashable, Sendable {
    case createModel(TableDefinition)
    case deleteModel(String)
    case renameModel(String, to: String)
    case addField(of: String, ColumnDefinition)
    case removeField(of: String, String)
    case alterField(of: String, ColumnDefinition)
    case renameField(of: String, String, to: String)
    case addConstraint(of: String, UniqueConstraint)
    case addCheck(of: String, CheckConstraint)
    case removeConstraint(of: String, String)
    case addIndex(of: String, TableIndex)
    case removeIndex(of: String, String)
    case runSQL(String, reverse: String?)
    /// Code. The reference is an expression that refers to the operation in another migration, because code can't be
    /// written out.
    case run(reference: String?)
}
