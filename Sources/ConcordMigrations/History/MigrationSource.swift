import ConcordNames

/// Writes a migration in Swift.
package struct MigrationSource {
    private let type: String
    private let dependencies: [String]
    private let replaces: [String]
    private let operations: [MigrationChange]

    /// Creates the source of a migration.
    ///
    /// - Parameters:
    ///   - type: The name of the migration's type.
    ///   - dependencies: The names of the types of its dependencies.
    ///   - replaces: The names of the migrations that it replaces.
    ///   - operations: The operations.
    package init(
        _ type: String, after dependencies: [String], replaces: [String] = [], _ operations: [MigrationChange]
    ) {
        self.type = type
        self.dependencies = dependencies
        self.replaces = replaces
        self.operations = operations
    }

    /// The text of the file.
    package var text: String {
        var lines = ["import Concord", "", "struct \(type): Migration {"]
        if !dependencies.isEmpty {
            let types = dependencies.map { "\($0).self" }
            lines += Self.property("dependencies: [any Migration.Type]", types, isShort: true)
        }
        if !replaces.isEmpty { lines += Self.property("replaces: [String]", replaces.map(Self.quoted), isShort: false) }
        if operations.isEmpty {
            lines.append("    static let operations: [MigrationOperation] = []")
        } else {
            lines.append("    static let operations: [MigrationOperation] = [")
            lines += Self.elements(operations.map(Self.lines)).map { "        " + $0 } + ["    ]"]
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private static func property(_ name: String, _ elements: [String], isShort: Bool) -> [String] {
        let line = "    static let \(name) = [\(elements.joined(separator: ", "))]"
        if isShort, line.count <= lineLength { return [line] }
        return ["    static let \(name) = ["] + Self.elements(elements.map { ["\($0),"] }).map { "        " + $0 } + [
            "    ]"
        ]
    }

    /// The title for the file name: a description of the first operation.
    package var title: String {
        guard let first = operations.first else { return dependencies.count > 1 ? "merge" : "empty" }
        let words: [String] =
            switch first {
            case .createModel(let table): operations.count > 1 && dependencies.isEmpty ? ["initial"] : [table.name]
            case .deleteModel(let name): ["delete", name]
            case .renameModel(_, let new): ["rename", new]
            case .addField(let table, let column): [table, column.name]
            case .removeField(let table, let name): ["remove", table, name]
            case .alterField(let table, let column): ["alter", table, column.name]
            case .renameField(let table, _, let new): ["rename", table, new]
            case .addConstraint(_, let constraint): [constraint.name]
            case .addCheck(_, let check): [check.name]
            case .removeConstraint(_, let name), .removeIndex(_, let name): ["remove", name]
            case .addIndex(_, let index): [index.name]
            case .runSQL, .run: ["data"]
            }
        return words.joined(separator: "_").lowercased()
    }

    private static func lines(of change: MigrationChange) -> [String] {
        if case .run(let reference?) = change {
            return ["// Move this code here before you delete its original migration.", "\(reference),"]
        }
        if case .createModel(let table) = change { return creation(of: table) }
        guard let (name, arguments) = call(of: change) else { return [] }
        return lines(of: ".\(name)", arguments, indentation: 8)
    }

    private static func call(of change: MigrationChange) -> (name: String, arguments: [String])? {
        func on(_ table: String, _ arguments: String...) -> [String] { ["of: \(quoted(table))"] + arguments }
        return switch change {
        case .createModel, .run: nil
        case .deleteModel(let name): ("deleteModel", [quoted(name)])
        case .renameModel(let name, let new): ("renameModel", [quoted(name), "to: \(quoted(new))"])
        case .addField(let table, let column): ("addField", on(table, field(column)))
        case .removeField(let table, let name): ("removeField", on(table, quoted(name)))
        case .alterField(let table, let column): ("alterField", on(table, field(column)))
        case .renameField(let table, let name, let new):
            ("renameField", on(table, quoted(name), "to: \(quoted(new))"))
        case .addConstraint(let table, let constraint):
            ("addConstraint", on(table, call("UniqueConstraint", constraint.name, constraint.columns)))
        case .addCheck(let table, let check): ("addConstraint", on(table, call(check)))
        case .removeConstraint(let table, let name): ("removeConstraint", on(table, quoted(name)))
        case .addIndex(let table, let index): ("addIndex", on(table, call(index)))
        case .removeIndex(let table, let name): ("removeIndex", on(table, quoted(name)))
        case .runSQL(let text, let reverse):
            ("runSQL", [quoted(text)] + (reverse.map { ["reverse: \(quoted($0))"] } ?? []))
        }
    }

    private static func creation(of table: TableDefinition) -> [String] {
        var lines = [".createModel(", "    \(quoted(table.name)),", "    ["]
        let fields = table.columns.map { self.lines(of: ".field", arguments(of: $0), indentation: 16) }
        lines += elements(fields).map { "        " + $0 }
        lines.append("    ]")
        for (label, calls) in [
            ("constraints", table.constraints.map { call("UniqueConstraint", $0.name, $0.columns) }),
            ("checks", table.checks.map { call($0) }),
            ("indexes", table.indexes.map { call($0) }),
        ] where !calls.isEmpty {
            lines[lines.count - 1] += ","
            lines += array(label, calls)
        }
        lines[lines.count - 1] += "),"
        return lines
    }

    private static func array(_ label: String, _ elements: [String]) -> [String] {
        let line = "    \(label): [\(elements.joined(separator: ", "))]"
        if line.count + 10 <= lineLength { return [line] }
        return ["    \(label): ["] + self.elements(elements.map { ["\($0),"] }).map { "        " + $0 } + ["    ]"]
    }

    /// Returns the lines of an array's elements, each followed by a comma. `swift format` removes the comma of a single
    /// element.
    private static func elements(_ elements: [[String]]) -> [String] {
        var lines = elements.flatMap(\.self)
        if elements.count == 1, let last = lines.popLast() { lines.append(String(last.dropLast())) }
        return lines
    }

    /// Returns a call in an array, with the line breaks of `swift format`.
    private static func lines(of name: String, _ arguments: [String], indentation: Int) -> [String] {
        let line = "\(name)(\(arguments.joined(separator: ", "))),"
        if indentation + line.count <= lineLength { return [line] }
        let second = "    \(arguments.joined(separator: ", "))),"
        if indentation + second.count <= lineLength { return ["\(name)(", second] }
        return ["\(name)("] + arguments.dropLast().map { "    \($0)," } + ["    \(arguments.last ?? "")),"]
    }

    private static let lineLength = 120

    private static func field(_ column: ColumnDefinition) -> String {
        ".field(\(arguments(of: column).joined(separator: ", ")))"
    }

    private static func arguments(of column: ColumnDefinition) -> [String] {
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
        arguments += column.bounds.traits
        if let value = column.initialValue { arguments.append(".default(\(value.source))") }
        return arguments
    }

    private static func call(_ index: TableIndex) -> String {
        var call = call("TableIndex", index.name, index.columns)
        call.removeLast()
        if index.isUnique { call += ", isUnique: true" }
        if let condition = index.condition { call += ", where: \(quoted(condition))" }
        return call + ")"
    }

    private static func call(_ check: CheckConstraint) -> String {
        "CheckConstraint(\(quoted(check.name)), \(quoted(check.condition)))"
    }

    private static func call(_ type: String, _ name: String, _ columns: [String]) -> String {
        "\(type)(\(quoted(name)), [\(columns.map(quoted).joined(separator: ", "))])"
    }

    /// Returns the literal of a string.
    package static func quoted(_ text: String) -> String {
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
