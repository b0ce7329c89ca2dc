public import ConcordCore

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a migration does to a database: to its tables, or to what is in them.
public struct MigrationOperation: Sendable {
    /// What the operation does to the tables.
    package let change: MigrationChange
    /// The code that the operation runs.
    let code: Code?

    /// Code that changes what is in the tables, and the code that takes it back.
    struct Code: Sendable {
        let forwards: @Sendable (Database) async throws -> Void
        let reverse: (@Sendable (Database) async throws -> Void)?
    }

    /// Creates an operation without code.
    package init(_ change: MigrationChange) {
        self.change = change
        code = nil
    }

    private init(_ code: Code) {
        change = .run(reference: nil)
        self.code = code
    }

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

    /// Adds a column. Existing rows get the column's default; without one, it has to be null.
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
        MigrationOperation(Code(forwards: forwards, reverse: reverse))
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
        case values([ColumnLiteral])
        /// The value that rows get which are there when the column is added.
        case `default`(ColumnLiteral)
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
            case .minimum(let number): column.bounds.minimum = BoundNumber(number.text)
            case .exclusiveMinimum(let number): column.bounds.exclusiveMinimum = BoundNumber(number.text)
            case .maximum(let number): column.bounds.maximum = BoundNumber(number.text)
            case .exclusiveMaximum(let number): column.bounds.exclusiveMaximum = BoundNumber(number.text)
            case .minLength(let length): column.bounds.minLength = length
            case .maxLength(let length): column.bounds.maxLength = length
            case .values(let values): column.bounds.values = values
            case .default(let value): column.initialValue = value
            }
        }
        return column
    }
}

extension ColumnLiteral {
    /// Creates the value that stands for a value of a query.
    package init(_ value: QueryValue) {
        self =
            switch value {
            case .null: .null
            case .boolean(let value): .boolean(value)
            case .integer(let value): .integer(value)
            case .unsigned(let value): .unsigned(value)
            case .double(let value): .double(value)
            case .decimal(let value): .text(value.description)
            case .text(let value): .text(value)
            case .bytes(let value): .bytes(base64: value.base64EncodedString())
            case .uuid(let value): .text(value.lowercasedText)
            case .timestamp(let value): .text(value.microsecondText)
            case .date(let value): .text(value.description)
            case .time(let value): .text(value.description)
            case .interval(let value): .interval(value)
            case .json, .array: .text(value.json.storedText)
            }
    }

    /// A decimal number.
    public static func decimal(_ value: Decimal) -> ColumnLiteral { ColumnLiteral(.decimal(value)) }

    /// A UUID.
    public static func uuid(_ value: UUID) -> ColumnLiteral { ColumnLiteral(.uuid(value)) }

    /// A timestamp with microsecond precision.
    public static func timestamp(_ value: Date) -> ColumnLiteral { ColumnLiteral(.timestamp(value)) }

    /// A date.
    public static func date(_ value: CalendarDate) -> ColumnLiteral { ColumnLiteral(.date(value)) }

    /// A time of day.
    public static func time(_ value: TimeOfDay) -> ColumnLiteral { ColumnLiteral(.time(value)) }

    /// JSON.
    public static func json(_ value: JSON) -> ColumnLiteral { ColumnLiteral(.json(value)) }
}
