import ConcordCore

/// The Swift text of a migration.
package struct MigrationSource {
    private let type: String
    private let dependency: String?
    private let operations: [MigrationOperation]

    /// - Parameters:
    ///   - type: The name of the migration's type.
    ///   - dependency: The name of the type of the migration before it.
    ///   - operations: What it does.
    package init(_ type: String, after dependency: String?, _ operations: [MigrationOperation]) {
        self.type = type
        self.dependency = dependency
        self.operations = operations
    }

    /// The text of the file.
    package var text: String {
        var lines = ["import Concord", "", "struct \(type): Migration {"]
        if let dependency { lines.append("    static let dependencies: [any Migration.Type] = [\(dependency).self]") }
        lines.append("    static let operations: [MigrationOperation] = [")
        for operation in operations { lines += Self.lines(of: operation).map { "        " + $0 } }
        lines += ["    ]", "}"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// What stands in the file's name: the first operation, in words.
    package var title: String {
        guard let first = operations.first else { return "empty" }
        let words: [String] =
            switch first.change {
            case .createModel(let table): operations.count > 1 && dependency == nil ? ["initial"] : [table.name]
            case .deleteModel(let name): ["delete", name]
            case .renameModel(_, let new): ["rename", new]
            case .addField(let table, let column): [table, column.name]
            case .removeField(let table, let name): ["remove", table, name]
            case .alterField(let table, let column): ["alter", table, column.name]
            case .renameField(let table, _, let new): ["rename", table, new]
            case .addConstraint(_, let constraint): [constraint.name]
            case .removeConstraint(_, let name), .removeIndex(_, let name): ["remove", name]
            case .addIndex(_, let index): [index.name]
            case .runSQL, .run: ["data"]
            }
        return words.joined(separator: "_").lowercased()
    }

    private static func lines(of operation: MigrationOperation) -> [String] {
        switch operation.change {
        case .createModel(let table): creation(of: table)
        case .deleteModel(let name): [".deleteModel(\(quoted(name))),"]
        case .renameModel(let name, let new): [".renameModel(\(quoted(name)), to: \(quoted(new))),"]
        case .addField(let table, let column): [".addField(of: \(quoted(table)), \(field(column))),"]
        case .removeField(let table, let name): [".removeField(of: \(quoted(table)), \(quoted(name))),"]
        case .alterField(let table, let column): [".alterField(of: \(quoted(table)), \(field(column))),"]
        case .renameField(let table, let name, let new):
            [".renameField(of: \(quoted(table)), \(quoted(name)), to: \(quoted(new))),"]
        case .addConstraint(let table, let constraint):
            [".addConstraint(of: \(quoted(table)), \(call("UniqueConstraint", constraint.name, constraint.columns))),"]
        case .removeConstraint(let table, let name): [".removeConstraint(of: \(quoted(table)), \(quoted(name))),"]
        case .addIndex(let table, let index):
            [".addIndex(of: \(quoted(table)), \(call("TableIndex", index.name, index.columns))),"]
        case .removeIndex(let table, let name): [".removeIndex(of: \(quoted(table)), \(quoted(name))),"]
        case .runSQL, .run: []
        }
    }

    private static func creation(of table: TableDefinition) -> [String] {
        var lines = [".createModel(", "    \(quoted(table.name)),", "    ["]
        lines += table.columns.map { "        \(field($0))," }
        lines.append("    ]")
        for (label, calls) in [
            ("constraints", table.constraints.map { call("UniqueConstraint", $0.name, $0.columns) }),
            ("indexes", table.indexes.map { call("TableIndex", $0.name, $0.columns) }),
        ] where !calls.isEmpty {
            lines[lines.count - 1] += ","
            lines.append("    \(label): [\(calls.joined(separator: ", "))]")
        }
        lines[lines.count - 1] += "),"
        return lines
    }

    private static func field(_ column: ColumnDefinition) -> String {
        var arguments = [quoted(column.name), column.type.source]
        if column.isPrimaryKey { arguments.append(".primaryKey") }
        if column.isNullable { arguments.append(".null") }
        if column.isUnique { arguments.append(".unique") }
        if column.isIndexed { arguments.append(".index") }
        if let reference = column.reference {
            arguments.append(
                ".references(\(quoted(reference.table)), \(quoted(reference.column)), onDelete: .\(reference.onDelete))"
            )
        }
        if let value = column.initialValue { arguments.append(".default(\(value.source))") }
        return ".field(\(arguments.joined(separator: ", ")))"
    }

    private static func call(_ type: String, _ name: String, _ columns: [String]) -> String {
        "\(type)(\(quoted(name)), [\(columns.map(quoted).joined(separator: ", "))])"
    }

    fileprivate static func quoted(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": literal += "\\" + String(scalar)
            case _ where scalar.value < 32: literal += "\\u{\(String(scalar.value, radix: 16))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}

extension _Core.ColumnType {
    fileprivate var source: String {
        switch self {
        case .integer(let bits): ".integer(bits: \(bits))"
        case .array(let element): ".array(\(element.source))"
        default: ".\(self)"
        }
    }
}

extension QueryValue {
    /// The Swift expression of a default.
    fileprivate var source: String {
        switch self {
        case .null: ".null"
        case .boolean(let value): ".boolean(\(value))"
        case .integer(let value): ".integer(\(value))"
        case .unsigned(let value): ".unsigned(\(value))"
        case .double(let value): ".double(\(value))"
        case .decimal(let value): ".text(\"\(value)\")"
        case .timestamp: ".now"
        case .text(let value): ".text(\(MigrationSource.quoted(value)))"
        case .array, .json: ".text(\(MigrationSource.quoted(json.storedText)))"
        case .uuid(let value): ".text(\"\(value.uuidString.lowercased())\")"
        case .date(let value): ".text(\"\(value)\")"
        case .time(let value): ".text(\"\(value)\")"
        case .interval(let value): ".interval(.seconds(\(Double(value.components.seconds))))"
        case .bytes: ".text(\"\")"
        }
    }
}
