import ConcordDeclarations
import ConcordNames
import ConcordOutline
import ConcordSwiftPrinter

extension TypeExpander {
    /// Expands a model serializer. It is composed at run time from the model's table of fields, because macros can't
    /// see the model.
    func expand(_ serializer: SerializerDeclaration, composedOf selection: ModelSelection) -> Expansion {
        var codecs = CodecTable()
        var rules = RuleTable()
        let properties = (serializer.properties + serializer.computed).map {
            ComposedProperty($0, of: serializer, &codecs, &rules)
        }
        let stored = properties.filter(\.isStored)
        let protocols = [Core.name("ModelSerializer"), Core.machinery("WireObject"), Core.name("WireValue")]
            .joined(separator: ", ")
        let text = conformance(protocols) { writer in
            let qualified = serializer.head.isInNamespace ? DerivedName.component(ofType: serializer.head.name) : nil
            if let name = serializer.head.wireName ?? qualified {
                writer.line("\(access)static let componentName: Swift.String = \(SwiftWriter.literal(name))")
                writer.line()
            }
            writeComposition(selection, serializer, properties, to: &writer)
            writer.line()
            writer.block("\(access)init?(_ data: \(Core.name("SerializerData"))<Self>)") { writer in
                let needed = ["let _instance = data.instance"] + stored.compactMap(\.binding)
                writer.line("guard \(needed.joined(separator: ", ")) else { return nil }")
                writer.line("self.instance = _instance")
                for property in stored { property.assign(to: &writer) }
            }
        }
        let members = [
            "\(access)typealias Model = \(selection.model.text)\n",
            "\(access)let instance: \(selection.model.text)\n",
        ]
        return Expansion(
            members: members + self.members(codecs, rules) + [initializer(selection, stored)], extensions: [text])
    }

    private func writeComposition(
        _ selection: ModelSelection, _ serializer: SerializerDeclaration, _ properties: [ComposedProperty],
        to writer: inout SwiftWriter
    ) {
        var arguments: [String] = []
        if let fields = selection.fields { arguments.append("fields: \(fields.list)") }
        let lists = [
            ("exclude", selection.exclude), ("readOnly", selection.readOnly), ("writeOnly", selection.writeOnly),
            ("optional", selection.optional),
        ]
        for (label, paths) in lists where !paths.isEmpty { arguments.append("\(label): \(paths.list)") }
        if let keys = serializer.keys { arguments.append("keys: .\(keys.rawValue)") }
        if serializer.keywords[.additionalProperties] == .literal(.boolean(false)) {
            arguments.append("refusesOthers: true")
        }
        let type = Core.machinery("SerializerComposition<Self>")
        let head = "\(access)static let composition = \(type)(\(arguments.joined(separator: ", "))"
        guard !properties.isEmpty else { return writer.line(head + ")") }
        writer.line(head + (arguments.isEmpty ? "[" : ", ["))
        writer.indented { writer in
            for property in properties { writer.line(property.entry + ",") }
        }
        writer.line("])")
    }

    /// Returns an initializer that takes the object and the properties that the struct adds.
    private func initializer(_ selection: ModelSelection, _ stored: [ComposedProperty]) -> String {
        let parameters = ["_ instance: \(selection.model.text)"] + stored.map(\.parameter)
        return member { writer in
            writeDocumentation("Creates the representation of an object.", to: &writer)
            writer.block("\(access)init(\(parameters.joined(separator: ", ")))") { writer in
                writer.line("self.instance = instance")
                for property in stored { writer.line("self.\(property.member) = \(property.name)") }
            }
        }
    }
}

/// The entry of a property that a model serializer declares itself, and the code that assigns its value.
private struct ComposedProperty {
    private let property: PropertyDeclaration
    private let type: TypeExpression
    private let codec: String
    private let rules: String?
    private let wireName: String

    init(
        _ property: PropertyDeclaration, of serializer: SerializerDeclaration, _ codecs: inout CodecTable,
        _ rules: inout RuleTable
    ) {
        self.property = property
        type = property.constant?.swiftType ?? property.type ?? .named("JSON")
        wireName = serializer.wireName(of: property)
        codec = CodecTable.reference(property.head.name)
        codecs.add(property.head.name, type)
        var keywords = property.keywords.withSlugPattern.restricted(to: property.digits)
        if let constant = property.constant { keywords[.enum] = .literals([constant]) }
        self.rules = rules.add(property.head.name, keywords.rules)
    }

    var name: String { SwiftName.written(property.head.name) }
    var member: String { SwiftName.written(property.head.name, in: .member) }
    private var local: String { "_" + property.head.name }

    /// Whether the property needs a value. Computed properties and constants don't.
    var isStored: Bool { property.accessors == nil && property.constant == nil }

    /// The entry `SerializerProperty("title", source: \.name, \.title, _Codecs.title)`.
    var entry: String {
        var arguments = [SwiftWriter.literal(property.head.name)]
        if wireName != property.head.name { arguments.append("wireName: \(SwiftWriter.literal(wireName))") }
        if let source = property.source { arguments.append("source: \(source.text)") }
        let path = "\\.\(member)\(property.constant == nil ? "" : ".value")"
        arguments += ["\(type.isOptional ? "optional: " : "")\(path)", codec]
        if let rules { arguments.append("rules: \(rules)") }
        if property.accessors != nil || property.keywords.flag(.readOnly) == true {
            arguments.append("isReadOnly: true")
        }
        if property.keywords.flag(.writeOnly) == true { arguments.append("isWriteOnly: true") }
        if isRequired == type.isOptional { arguments.append("isRequired: \(isRequired)") }
        return Core.machinery("SerializerProperty(\(arguments.joined(separator: ", ")))")
    }

    private var isRequired: Bool {
        property.keywords.flag(.required)
            ?? (!type.isOptional && (property.initialValue == nil || property.constant != nil))
    }

    /// The parameter `note: String? = nil`.
    var parameter: String {
        let value = property.initialValue.map { " = \($0.text)" } ?? (type.isOptional ? " = nil" : "")
        return "\(name): \(type.text)\(value)"
    }

    private var value: String {
        "data[\(SwiftWriter.literal(property.head.name)), \(type.unwrapped.text).self]"
    }

    /// The condition that a required value is present.
    var binding: String? {
        type.isOptional || property.initialValue != nil ? nil : "let \(local) = \(value)"
    }

    func assign(to writer: inout SwiftWriter) {
        if type.isOptional {
            writer.line("self.\(member) = \(value)")
        } else if property.initialValue != nil {
            writer.line("if let \(local) = \(value) { self.\(member) = \(local) }")
        } else {
            writer.line("self.\(member) = \(local)")
        }
    }
}

extension FieldPath {
    /// The key path in Swift syntax.
    var text: String {
        "\\\(root?.text ?? "")." + names.map { SwiftName.written($0, in: .member) }.joined(separator: ".")
    }
}

extension [FieldPath] {
    fileprivate var list: String { "[\(map(\.text).joined(separator: ", "))]" }
}
