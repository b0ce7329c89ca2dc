public import ConcordCore

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// An operation of a migration, which changes the tables of a database or their contents.
public struct MigrationOperation: Sendable {
    /// The change to the tables.
    package let change: MigrationChange
    /// The code that the operation runs.
    let code: Code?

    /// Code that changes the contents of the tables, and the code that reverses it.
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

    /// Deletes a table with all its rows.
    public static func deleteModel(_ table: String) -> MigrationOperation { MigrationOperation(.deleteModel(table)) }

    /// Renames a table.
    public static func renameModel(_ table: String, to name: String) -> MigrationOperation {
        MigrationOperation(.renameModel(table, to: name))
    }

    /// Adds a column. Existing rows get the column's default, or null if it has none.
    public static func addField(of table: String, _ field: ColumnDefinition) -> MigrationOperation {
        MigrationOperation(.addField(of: table, field))
    }

    /// Removes a column with all its values.
    public static func removeField(of table: String, _ field: String) -> MigrationOperation {
        MigrationOperation(.removeField(of: table, field))
    }

    /// Changes the definition of the column with the same name.
    public static func alterField(of table: String, _ field: ColumnDefinition) -> MigrationOperation {
        MigrationOperation(.alterField(of: table, field))
    }

    /// Renames a column.
    public static func renameField(of table: String, _ field: String, to name: String) -> MigrationOperation {
        MigrationOperation(.renameField(of: table, field, to: name))
    }

    /// Requires each combination of values in some columns to be unique.
    public static func addConstraint(of table: String, _ constraint: UniqueConstraint) -> MigrationOperation {
        MigrationOperation(.addConstraint(of: table, constraint))
    }

    /// Requires each row to satisfy a condition.
    public static func addConstraint(of table: String, _ check: CheckConstraint) -> MigrationOperation {
        MigrationOperation(.addCheck(of: table, check))
    }

    /// Removes a constraint.
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

    /// Executes a custom SQL statement. Without a reverse statement, the migration can't be reversed.
    public static func runSQL(_ statement: StaticString, reverse: StaticString? = nil) -> MigrationOperation {
        MigrationOperation(.runSQL("\(statement)", reverse: reverse.map { "\($0)" }))
    }

    /// Runs code that changes the contents of the tables. Without reverse code, the migration can't be reversed.
    ///
    /// The code uses SQL with ``Database/execute(_:)`` and ``Database/rows(_:as:)``, because the models can change
    /// after the migration is written.
    public static func run(
        reverse: (@Sendable (Database) async throws -> Void)? = nil,
        _ forwards: @escaping @Sendable (Database) async throws -> Void
    ) -> MigrationOperation {
        MigrationOperation(Code(forwards: forwards, reverse: reverse))
    }
}

extension ColumnDefinition {
    /// A property of a column other than its type.
    public enum Trait: Sendable {
        /// The value can be null.
        case null
        /// The column is the primary key.
        case primaryKey
        /// Values are unique.
        case unique
        /// The column has an index.
        case index
        /// The column is a foreign key, with a table and a column of that table.
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
        /// The value of existing rows when the column is added.
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
    /// Creates the literal for a value in a query.
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
