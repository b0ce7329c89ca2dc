import ConcordCore
import ConcordNames

/// The Swift declaration of a field.
struct ModelFieldSource {
    /// The lines of the declaration. Comments describe the properties that it can't express.
    private(set) var lines: [String] = []

    init(_ column: ColumnDefinition, of table: InspectedTable, _ names: ModelNames) {
        let property = names.property(column.name, of: table.definition.name)
        var notes = table.columnNotes[column.name] ?? []
        var type = column.type.swiftType(isNullable: column.isNullable)
        var attributes: [String] = []
        if let reference = column.reference {
            if let target = names.type(reference.table), names.key(reference.table)?.name == reference.column {
                type = "\(target).ID" + (column.isNullable ? "?" : "")
                let isOneToOne = column.isUnique || column.isPrimaryKey
                attributes.append("@\(isOneToOne ? "OneToOne" : "ForeignKey")(onDelete: .\(reference.onDelete))")
                if !isOneToOne, !column.isIndexed {
                    notes.append("the database has no index of this key; the model adds one")
                }
            } else {
                notes.append(
                    "the column refers to '\(reference.column)' of '\(reference.table)', which is not the primary key of a model"
                )
            }
        }
        let traits = Self.traits(of: column, property, isRelation: !attributes.isEmpty)
        if !traits.isEmpty { attributes.append("@Field(\(traits.joined(separator: ", ")))") }
        if type == "JSONObject" {
            notes.append(
                "the column is required, so its values must be JSON objects; a field of type JSON can be null")
        }
        let value = Self.initialValue(of: column, table, &notes)
        lines = notes.map { "// Note: \($0)." }
        lines.append(
            (attributes + ["var \(property.identifier): \(type)\(value.map { " = \($0)" } ?? "")"]).joined(
                separator: " "))
    }

    private static func traits(of column: ColumnDefinition, _ property: String, isRelation: Bool) -> [String] {
        var traits: [String] = []
        if column.isPrimaryKey, property != "id" { traits.append(".primaryKey") }
        if column.isUnique, !isRelation { traits.append(".unique") }
        // The attribute of a foreign key already adds an index.
        if column.isIndexed, !isRelation || column.isUnique { traits.append(".index") }
        if KeyStyle.snakeCase.wireName(of: property) != column.name {
            traits.append(".column(\(MigrationSource.quoted(column.name)))")
        }
        // Allowed values are a constraint of the model.
        return traits + (column.bounds.values.isEmpty ? column.bounds.traits : [])
    }

    private static func initialValue(of column: ColumnDefinition, _ table: InspectedTable, _ notes: inout [String])
        -> String?
    {
        guard let text = table.defaults[column.name], text.uppercased() != "NULL", !text.hasPrefix("NULL::") else {
            return nil
        }
        if column.isPrimaryKey, text.hasPrefix("nextval(") { return nil }
        switch ColumnLiteral(default: text, column.type) {
        case .boolean(let value)?: return String(value)
        case .integer(let value)?: return String(value)
        case .unsigned(let value)?: return String(value)
        case .double(let value)?: return String(value)
        case .text(let value)? where column.type == .decimal: return value
        case .text(let value)? where column.type == .text: return MigrationSource.quoted(value)
        default:
            notes.append("the default in the database is \(text)")
            return nil
        }
    }
}

extension _Core.ColumnType {
    fileprivate func swiftType(isNullable: Bool) -> String {
        // A field of the type JSON can already be null.
        if self == .json { return isNullable ? "JSON" : "JSONObject" }
        let name =
            switch self {
            case .boolean: "Bool"
            case .integer(let bits): bits == 64 ? "Int" : "Int\(bits)"
            case .unsigned: "UInt64"
            case .double: "Double"
            case .decimal: "Decimal"
            case .text: "String"
            case .bytes: "Data"
            case .uuid: "UUID"
            case .timestamp: "Date"
            case .date: "CalendarDate"
            case .time: "TimeOfDay"
            case .interval: "Duration"
            case .json, .array: "JSON"
            }
        return name + (isNullable ? "?" : "")
    }
}
