public import ConcordCore

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a migration does to a database: to its tables, or to what is in them.
public struct MigrationOperation: Sendable {
    let change: Change
    /// The expression that refers to the operation in another migration, for an operation that can't be written out.
    var reference: String?

    enum Change: Sendable {
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
        case run(
            @Sendable (Database) async throws -> Void, reverse: (@Sendable (Database) async throws -> Void)?)
    }

    init(_ change: Change) { self.change = change }

    /// Creates a table.
    public static func createModel(
        _ table: String, _ fields: [ColumnDefinition], constraints: [UniqueConstraint] = [],
        checks: [CheckConstraint] = [], indexes: [TableIndex] = []
    ) -> MigrationOperation {
        MigrationOperation(
            .createModel(
                TableDefinition(table, columns: fields, constraints: constraints, checks: checks, indexes: indexes)))
    }

    /// Deletes a table, with all that is in it.
    public static func deleteModel(_ table: String) -> MigrationOperation { MigrationOperation(.deleteModel(table)) }

    /// Gives a table another name.
    public static func renameModel(_ table: String, to name: String) -> MigrationOperation {
        MigrationOperation(.renameModel(table, to: name))
    }

    /// Adds a column. Rows that are there get the column's default; without one, it has to be null.
    public static func addField(of table: String, _ field: ColumnDefinition) -> MigrationOperation {
        MigrationOperation(.addField(of: table, field))
    }

    /// Removes a column, with all that is in it.
    public static func removeField(of table: String, _ field: String) -> MigrationOperation {
        MigrationOperation(.removeField(of: table, field))
    }

    /// Gives the column of the same name another definition.
    public static func alterField(of table: String, _ field: ColumnDefinition) -> MigrationOperation {
        MigrationOperation(.alterField(of: table, field))
    }

    /// Gives a column another name.
    public static func renameField(of table: String, _ field: String, to name: String) -> MigrationOperation {
        MigrationOperation(.renameField(of: table, field, to: name))
    }

    /// Demands that no two rows have the same values in some columns.
    public static func addConstraint(of table: String, _ constraint: UniqueConstraint) -> MigrationOperation {
        MigrationOperation(.addConstraint(of: table, constraint))
    }

    /// Requires that each row satisfies a condition.
    public static func addConstraint(of table: String, _ check: CheckConstraint) -> MigrationOperation {
        MigrationOperation(.addCheck(of: table, check))
    }

    /// Takes a constraint back.
    public static func removeConstraint(of table: String, _ name: String) -> MigrationOperation {
        MigrationOperation(.removeConstraint(of: table, name))
    }

    /// Adds an index.
    public static func addIndex(of table: String, _ index: TableIndex) -> MigrationOperation {
        MigrationOperation(.addIndex(of: table, index))
    }

    /// Removes an index.
    public static func removeIndex(of table: String, _ name: String) -> MigrationOperation {
        MigrationOperation(.removeIndex(of: table, name))
    }

    /// Executes a statement of your own; without a reverse, the migration can't be taken back.
    public static func runSQL(_ statement: StaticString, reverse: StaticString? = nil) -> MigrationOperation {
        MigrationOperation(.runSQL("\(statement)", reverse: reverse.map { "\($0)" }))
    }

    /// Runs code that changes what is in the tables; without a reverse, the migration can't be taken back.
    ///
    /// The code uses the database's own statements, ``Database/execute(_:)`` and ``Database/rows(_:as:)``: models go on changing,
    /// and the migration stays.
    public static func run(
        reverse: (@Sendable (Database) async throws -> Void)? = nil,
        _ forwards: @escaping @Sendable (Database) async throws -> Void
    ) -> MigrationOperation {
        MigrationOperation(.run(forwards, reverse: reverse))
    }
}

extension ColumnDefinition {
    /// What a column is beside its type.
    public enum Trait: Sendable {
        /// A row may have no value.
        case null
        /// The column is the primary key.
        case primaryKey
        /// No two rows have the same value.
        case unique
        /// Rows are found fast by the value.
        case index
        /// The value is a key of another table's row.
        case references(String, String, onDelete: DeletionRule)
        /// The inclusive minimum.
        case minimum(Number)
        /// The exclusive minimum.
        case exclusiveMinimum(Number)
        /// The inclusive maximum.
        case maximum(Number)
        /// The exclusive maximum.
        case exclusiveMaximum(Number)
        /// The minimum number of characters.
        case minLength(Int)
        /// The maximum number of characters.
        case maxLength(Int)
        /// The allowed values.
        case values([QueryValue])
        /// The value that rows get which are there when the column is added.
        case `default`(QueryValue)
    }

    /// A column of a migration: `.field("elevation", .double, .null)`.
    public static func field(_ name: String, _ type: _Core.ColumnType, _ traits: Trait...) -> ColumnDefinition {
        var column = ColumnDefinition(name, type)
        for trait in traits {
            switch trait {
            case .null: column.isNullable = true
            case .primaryKey: column.isPrimaryKey = true
            case .unique: column.isUnique = true
            case .index: column.isIndexed = true
            case .references(let table, let key, let rule):
                column.reference = ForeignKey(table, key, onDelete: rule)
            case .minimum(let number): column.bounds.minimum = number
            case .exclusiveMinimum(let number): column.bounds.exclusiveMinimum = number
            case .maximum(let number): column.bounds.maximum = number
            case .exclusiveMaximum(let number): column.bounds.exclusiveMaximum = number
            case .minLength(let length): column.bounds.minLength = length
            case .maxLength(let length): column.bounds.maxLength = length
            case .values(let values): column.bounds.values = values
            case .default(let value): column.initialValue = value
            }
        }
        return column
    }
}

extension QueryValue {
    /// The present moment, to the microsecond, and the present day in a column of dates: the default of a new column that a
    /// model sets itself.
    public static var now: QueryValue { .timestamp(.now) }

    /// Bytes in the Base64 encoding: `.bytes(base64: "AQID")`; no bytes for a string in no such encoding.
    public static func bytes(base64: String) -> QueryValue { .bytes(Data(base64Encoded: base64) ?? Data()) }
}
