import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

extension TypeExpander {
    func expand(_ model: ModelDeclaration) -> Expansion {
        var codecs = CodecTable()
        var rules = RuleTable()
        var model = model
        let storage = model.isUserModel ? addedStorage(of: &model) : []
        let fields = model.fields.map { ModelFieldExpansion($0, of: model, &codecs, &rules) }
        let identifier = model.primaryKey.map { "\(access)typealias ID = \($0.type.unwrapped.text)\n" }
        let members =
            storage + [identifier].compactMap { $0 } + members(codecs, rules) + [
                columns(of: model, fields), memberwiseInitializer(model),
            ]
        let protocols = model.isUserModel ? Core.name("Model") + ", ConcordUsers.UserAccount" : Core.name("Model")
        return expansion(protocols, isInNamespace: model.head.isInNamespace, members: members) { writer in
            writer.line(
                "\(access)static let table: Swift.String = \(model.head.constantText ?? SwiftWriter.literal(model.table))"
            )
            writer.line()
            writer.line("\(access)static let fields: [\(Core.machinery("ModelField"))<Self>] = [")
            writer.indented { writer in
                for field in fields { writer.line(field.entry + ",") }
            }
            writer.line("]")
            writer.line()
            writer.line("\(access)static let definition = \(Core.machinery("ModelDefinition"))<Self>()")
            writer.line()
            writeRows(of: fields, to: &writer)
            writer.block("\(access)init?(_ values: \(Core.machinery("FieldValues"))<Self>)") { writer in
                let needed = fields.compactMap(\.binding)
                if !needed.isEmpty { writer.line("guard \(needed.joined(separator: ", ")) else { return nil }") }
                for field in fields { field.assign(to: &writer) }
            }
        }
    }

    /// Returns the stored properties that the attribute adds. They use an alias for Foundation's `Date`, because the
    /// file may not import Foundation.
    private func addedStorage(of model: inout ModelDeclaration) -> [String] {
        let timestamp = TypeExpression(path: ["ConcordCore", "_Core", "Timestamp"])
        return ModelDeclaration.userFields.indices.map { index in
            if let timestamp, model.fields[index].type.unwrapped == .named("Date") {
                model.fields[index].type = model.fields[index].type.isOptional ? .optional(timestamp) : timestamp
            }
            let field = model.fields[index]
            let value = field.initialValue.map { " = \($0.text)" } ?? ""
            return "\(access)var \(field.head.name): \(field.type.text)\(value)\n"
        }
    }

    /// Writes the members that create an object from a row and store it.
    private func writeRows(of fields: [ModelFieldExpansion], to writer: inout SwiftWriter) {
        writer.block("\(access)init(row: inout \(Core.machinery("RowReader"))) throws") { writer in
            for field in fields { writer.line(field.reading) }
        }
        writer.line()
        writer.block("\(access)func write(to row: inout \(Core.machinery("RowWriter")))") { writer in
            for field in fields { if let line = field.writing { writer.line(line) } }
        }
        writer.line()
    }

    /// Returns the type of the fields in conditions.
    private func columns(of model: ModelDeclaration, _ fields: [ModelFieldExpansion]) -> String {
        member { writer in
            writer.block("\(access)struct Columns: \(Core.machinery("ModelColumns"))") { writer in
                writer.line("\(access)typealias M = \(model.head.name)")
                writer.line("\(access)let _path: \(Core.machinery("RelationPath"))")
                writer.line("\(access)init(_ path: \(Core.machinery("RelationPath"))) { _path = path }")
                for (index, field) in fields.enumerated() {
                    writeDocumentation("The column of `\(field.name)`.", to: &writer)
                    writer.line("\(access)\(field.column(at: index))")
                }
            }
        }
    }

    /// Returns the memberwise initializer. The one that Swift synthesizes wouldn't be public.
    private func memberwiseInitializer(_ model: ModelDeclaration) -> String {
        let parameters = model.fields.map { field in
            let value = field.initialValue.map { " = \($0.text)" } ?? (field.type.isOptional ? " = nil" : "")
            return "\(SwiftName.written(field.head.name)): \(field.type.text)\(value)"
        }
        return member { writer in
            writeDocumentation("Creates an object from the values of its fields, without storing it.", to: &writer)
            writer.block("\(access)init(\(parameters.joined(separator: ", ")))") { writer in
                for field in model.fields {
                    let name = SwiftName.written(field.head.name)
                    writer.line("self.\(SwiftName.written(field.head.name, in: .member)) = \(name)")
                }
            }
        }
    }
}

/// The entry of a model's field in the table of fields, and the code that reads and writes its value.
private struct ModelFieldExpansion {
    private let field: ModelFieldDeclaration
    private let isPrimaryKey: Bool
    private let codec: String
    private let rules: String?
    private let choices: [EnumDeclaration.Case]

    init(
        _ field: ModelFieldDeclaration, of model: ModelDeclaration, _ codecs: inout CodecTable, _ rules: inout RuleTable
    ) {
        self.field = field
        isPrimaryKey = model.primaryKey?.head.name == field.head.name
        codec = CodecTable.reference(field.head.name)
        codecs.add(field.head.name, field.type)
        choices = model.cases(of: field.type.unwrapped.text)
        self.rules = rules.add(field.head.name, field.keywords.withSlugPattern.restricted(to: field.digits).rules)
    }

    var name: String { field.head.name }
    private var local: String { "_" + name }
    private var member: String { SwiftName.written(name, in: .member) }
    private var isOptional: Bool { field.type.isOptional }

    /// The entry `ModelField("name", \.name, _Codecs.name, rules: _Rules.name)`.
    var entry: String {
        var arguments = [SwiftWriter.literal(name)]
        if let wireName = field.head.wireName { arguments.append("wireName: \(SwiftWriter.literal(wireName))") }
        if let column = field.storage.column { arguments.append("column: \(SwiftWriter.literal(column))") }
        arguments += ["\(isOptional ? "optional: " : "")\\.\(member)", codec]
        if let rules { arguments.append("rules: \(rules)") }
        let isUsuallyRequired = !isOptional && field.initialValue == nil
        if isRequired != isUsuallyRequired { arguments.append("isRequired: \(isRequired)") }
        if let value = field.initialValue, !isOptional { arguments.append("default: \(value.text)") }
        if !options.isEmpty {
            arguments.append(Core.machinery("FieldOptions(\(options.joined(separator: ", ")))"))
        }
        return Core.machinery("ModelField(\(arguments.joined(separator: ", ")))")
    }

    private var isRequired: Bool {
        field.keywords.flag(.required) ?? (!isOptional && field.initialValue == nil)
    }

    /// The optional arguments, in the order of the run time's initializer.
    private var options: [String] {
        var options: [String] = []
        if isPrimaryKey { options.append("isPrimaryKey: true") }
        if field.storage.isUnique == true { options.append("isUnique: true") }
        if field.storage.isIndexed == true { options.append("isIndexed: true") }
        if isReadOnly { options.append("isReadOnly: true") }
        if field.keywords.flag(.writeOnly) == true { options.append("isWriteOnly: true") }
        if let moment = field.storage.setOn { options.append("setOn: .\(moment.rawValue)") }
        if let relation = field.relation { options.append("relation: \(relation.value(to: target))") }
        if let title = text(of: .title) { options.append("title: \(SwiftWriter.literal(title))") }
        if let description = text(of: .description) ?? summary {
            options.append("description: \(SwiftWriter.literal(description))")
        }
        let pairs = choices.compactMap { $0.choice }
        if !pairs.isEmpty { options.append("choices: [\(pairs.joined(separator: ", "))]") }
        return options
    }

    private func text(of keyword: Keyword) -> String? {
        guard case .literal(.string(let text)) = field.keywords[keyword] else { return nil }
        return text
    }

    /// The first paragraph of the doc comment.
    private var summary: String? {
        guard let documentation = field.head.documentation else { return nil }
        let lines = documentation.split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { !$0.allSatisfy(\.isWhitespace) }
        return lines.isEmpty ? nil : lines.joined(separator: " ")
    }

    /// Whether clients can't set the field: generated keys, and timestamps that the model sets itself.
    private var isReadOnly: Bool {
        guard field.keywords[.readOnly] == nil else { return field.keywords.flag(.readOnly) == true }
        return field.storage.setOn != nil || isPrimaryKey && Self.generatedKeys.contains(field.type.unwrapped.text)
    }

    private static let generatedKeys: Set<String> = [
        "UUID", "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64",
    ]

    private var isManyToMany: Bool { field.relation?.kind == .manyToMany }

    /// The model that a relation refers to, if the field's type names it: `Owner` for `Owner.ID`.
    private var target: String? {
        guard field.relation != nil else { return nil }
        var key = field.type.unwrapped
        if case .array(let element) = key { key = element }
        guard case .member(let model, "ID", _) = key else { return nil }
        return model.text
    }

    /// The statement `self.title = try row.next(_Codecs._title)`.
    var reading: String {
        if isManyToMany {
            return "self.\(member) = \(field.initialValue?.text ?? (isOptional ? "nil" : "[]"))"
        }
        return "self.\(member) = try row.\(isOptional ? "nextIfPresent" : "next")(\(codec))"
    }

    /// The statement `row.add(self.title, _Codecs._title)`, or `nil` for a field without a column.
    var writing: String? {
        isManyToMany ? nil : "row.\(isOptional ? "addIfPresent" : "add")(self.\(member), \(codec))"
    }

    /// Returns the property `var title: Column<String> { _column(1) }`.
    func column(at index: Int) -> String {
        let head = "var \(SwiftName.written(name)): "
        guard let target else { return head + "\(Core.name("Column"))<\(field.type.text)> { _column(\(index)) }" }
        if isManyToMany {
            return head + "\(Core.name("RelatedObjects"))<\(target)> { _objects(\(index), \(target).self) }"
        }
        return head + "\(Core.name("KeyColumn"))<\(target), \(field.type.text)> { _key(\(index), \(target).self) }"
    }

    /// The condition that a required value is present.
    var binding: String? {
        isOptional || field.initialValue != nil ? nil : "let \(local) = values[\\.\(member)]"
    }

    func assign(to writer: inout SwiftWriter) {
        if isOptional {
            writer.line("self.\(member) = values[optional: \\.\(member)]")
        } else if let initialValue = field.initialValue {
            writer.line("self.\(member) = values[\\.\(member)] ?? \(initialValue.text)")
        } else {
            writer.line("self.\(member) = \(local)")
        }
    }
}

extension ModelDeclaration {
    /// The cases of the nested enum with a name.
    fileprivate func cases(of name: String) -> [EnumDeclaration.Case] {
        for case .enumeration(let declaration) in nested where declaration.head.name == name {
            return declaration.cases
        }
        return []
    }
}

extension EnumDeclaration.Case {
    /// The entry `"active": "active"`, or `nil` if the value is neither a string nor a number.
    fileprivate var choice: String? {
        switch value {
        case .string(let text), .number(let text): "\(SwiftWriter.literal(name)): \(SwiftWriter.literal(text))"
        default: nil
        }
    }
}

extension RelationDeclaration {
    /// Returns the expression that states the relation to a model.
    fileprivate func value(to target: String?) -> String {
        let name =
            switch kind {
            case .foreignKey: "foreignKey"
            case .oneToOne: "oneToOne"
            case .manyToMany: "manyToMany"
            }
        var arguments = [".\(name)"]
        if let target { arguments.append("to: \(target).self") }
        if let onDelete { arguments.append("onDelete: .\(onDelete.rawValue)") }
        if let related { arguments.append("related: \(SwiftWriter.literal(related))") }
        if let through { arguments.append("through: \(through.text).self") }
        return Core.machinery("Relation(\(arguments.joined(separator: ", ")))")
    }
}
