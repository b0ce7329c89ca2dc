import ConcordCore
import ConcordNames

/// The Swift declarations of models for the tables of a database.
package struct ModelSource {
    private let tables: [InspectedTable]
    private let names: ModelNames
    private var pairs: [PairedTable] = []

    /// Declares the models of tables.
    package init(_ tables: [InspectedTable]) {
        self.tables = tables
        names = ModelNames(tables.filter { $0.problem == nil })
        pairs = tables.compactMap { PairedTable($0, names) }
    }

    /// The names of the models, in the order of their tables.
    package var types: [String] {
        tables.filter { $0.problem == nil }.compactMap { names.type($0.definition.name) }
    }

    /// The text of the file.
    package var text: String {
        let models = tables.filter { $0.problem == nil }
        let others = tables.filter { table in
            table.problem != nil && !pairs.contains { $0.table == table.definition.name }
        }
        var lines = [
            "import Concord", "import Foundation", "",
            "// 'inspectdb' wrote these models. Review their names, types and rules, and list them in the API:",
            "//",
            "//     static let models: [any Model.Type] = [",
        ]
        lines += types.map { "//         \($0).self," } + ["//     ]"]
        for model in models { lines += [""] + declaration(of: model) }
        for table in others {
            lines += ["", "// The table '\(table.definition.name)' is not a model: \(table.problem ?? "")."]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func declaration(of table: InspectedTable) -> [String] {
        let definition = table.definition
        let type = names.type(definition.name) ?? ""
        var notes = table.notes
        let isUsual = KeyStyle.snakeCase.wireName(of: type) == definition.name
        var lines = [isUsual ? "@Model" : "@Model(\(MigrationSource.quoted(definition.name)))", "struct \(type) {"]
        for column in definition.columns {
            let field = ModelFieldSource(column, of: table, names)
            lines += field.lines.map { "    " + $0 }
        }
        for (name, type, isNullable) in table.unsupported {
            let effect =
                isNullable || table.defaults[name] != nil ? "" : "; it is required, so objects can't be inserted"
            lines.append("    // The column '\(name)' has the type '\(type)', which no field supports\(effect).")
        }
        for pair in pairs where pair.source == definition.name {
            lines.append("    @ManyToMany var \(pair.field.identifier): [\(names.type(pair.target) ?? "").ID] = []")
        }
        let rules = TableRules(of: definition, names)
        notes += rules.notes
        lines += Self.rules("constraints", "Constraint<\(type)>", rules.constraints)
        lines += Self.rules("indexes", "Index<\(type)>", rules.indexes)
        return notes.map { "// Note: \($0)." } + lines + ["}"]
    }

    private static func rules(_ name: String, _ type: String, _ elements: [String]) -> [String] {
        if elements.isEmpty { return [] }
        return ["", "    static let \(name): [\(type)] = ["] + elements.map { "        \($0)," } + ["    ]"]
    }
}

extension InspectedTable {
    /// The reason why the table can't be a model, or `nil` if it can.
    fileprivate var problem: String? {
        if primaryKey.isEmpty { return "it has no primary key" }
        if primaryKey.count > 1 { return "its primary key has \(primaryKey.count) columns" }
        if !has(primaryKey) { return "no field type corresponds to the type of its primary key" }
        return nil
    }
}

/// The names of the types and properties of models.
struct ModelNames {
    private var types: [String: String] = [:]
    private var properties: [String: [String: String]] = [:]
    private var keys: [String: ColumnDefinition] = [:]

    init(_ tables: [InspectedTable]) {
        var used = Set(Self.reserved)
        for table in tables {
            let name = table.definition.name
            let type = Self.unique(Self.capitalized(Self.words(of: name)), &used, "Model")
            types[name] = type
            keys[name] = table.definition.columns.first { $0.isPrimaryKey }
            var usedProperties: Set<String> = ["objects", "fields", "table", "definition"]
            for column in table.definition.columns {
                let words = Self.words(of: column.name)
                let property = (words.first ?? "") + Self.capitalized(Array(words.dropFirst()))
                properties[name, default: [:]][column.name] = Self.unique(property, &usedProperties, "Value")
            }
        }
    }

    /// The names of types that the declarations use.
    private static let reserved = [
        "Model", "Field", "ForeignKey", "OneToOne", "ManyToMany", "Constraint", "Index", "Ordering", "Any", "Self",
        "Type",
        "Bool", "Int", "Int16", "Int32", "UInt64", "Double", "Decimal", "String", "Data", "UUID", "Date",
        "CalendarDate",
        "TimeOfDay", "Duration", "JSON", "JSONObject", "API", "View", "Migration",
    ]

    private static func words(of name: String) -> [String] {
        let words = name.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
        guard let first = words.first?.first else { return ["unnamed"] }
        // A name can't begin with a digit.
        return (first.isNumber ? ["n"] : [])
            + words.enumerated().map { $0 == 0 && !first.isNumber ? $1.withSmallFirst : $1 }
    }

    private static func capitalized(_ words: [String]) -> String {
        words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private static func unique(_ name: String, _ used: inout Set<String>, _ suffix: String) -> String {
        var candidate = name
        var number = 1
        while !used.insert(candidate).inserted {
            candidate = number == 1 ? name + suffix : "\(name)\(suffix)\(number)"
            number += 1
        }
        return candidate
    }

    /// Returns the type of a table's model, or `nil` if the table is not a model.
    func type(_ table: String) -> String? { types[table] }

    /// The property of a column.
    func property(_ column: String, of table: String) -> String { properties[table]?[column] ?? column }

    /// The primary key of a table's model.
    func key(_ table: String) -> ColumnDefinition? { keys[table] }
}

extension String {
    fileprivate var withSmallFirst: String { prefix(1).lowercased() + dropFirst() }

    /// The name, in backticks if it is a keyword.
    var identifier: String { SwiftKeyword.all.contains(self) ? "`\(self)`" : self }
}

/// The join table of a many-to-many field.
private struct PairedTable {
    let table: String
    let source: String
    let target: String
    let field: String

    /// Recognizes the table that `@ManyToMany` adds, or returns `nil` for any other table.
    init?(_ table: InspectedTable, _ names: ModelNames) {
        let definition = table.definition
        guard table.primaryKey.isEmpty, table.unsupported.isEmpty, definition.columns.count == 2,
            definition.indexes.isEmpty,
            definition.constraints == [
                UniqueConstraint(ConstraintName.pairs(of: definition.name), definition.columns.map(\.name))
            ],
            definition.columns.allSatisfy({ $0.reference?.onDelete == .cascade && $0.isIndexed && !$0.isNullable }),
            let (source, target) = Self.references(definition), names.type(source) != nil, names.type(target) != nil,
            names.key(source)?.name == definition.columns[0].reference?.column,
            names.key(target)?.name == definition.columns[1].reference?.column,
            definition.name.hasPrefix(source + "_")
        else { return nil }
        let prefix = source == target ? ("from_", "to_") : ("", "")
        guard definition.columns.map(\.name) == [prefix.0 + source, prefix.1 + target] else { return nil }
        let column = String(definition.name.dropFirst(source.count + 1))
        let words = column.split(separator: "_").map(String.init)
        field = (words.first ?? "") + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        guard !field.isEmpty, KeyStyle.snakeCase.wireName(of: field) == column else { return nil }
        self.table = definition.name
        self.source = source
        self.target = target
    }

    private static func references(_ table: TableDefinition) -> (String, String)? {
        guard let source = table.columns[0].reference?.table, let target = table.columns[1].reference?.table else {
            return nil
        }
        return (source, target)
    }
}
