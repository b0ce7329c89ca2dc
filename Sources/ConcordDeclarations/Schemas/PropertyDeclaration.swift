import ConcordDiagnostics
import ConcordOutline

/// A stored property of a serializer: a property of the schema, or a branch of its composition.
public struct PropertyDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments.
    public var head: DeclarationHead
    /// The role of the property in the schema.
    public var role: Role
    /// The declared type. It is `nil` only if the initial value is `Const(…)`.
    public var type: TypeExpression?
    /// The initial value.
    public var initialValue: Expression?
    /// The keywords that `@Field` states.
    public var keywords: SchemaKeywords
    /// The encoding that `@Field` states for a part of a form.
    public var encoding: PartEncoding
    /// The value of `.source`: the field of the serializer's model that the property represents under another name.
    public var source: FieldPath?
    /// The values of `.maxDigits` and `.decimalPlaces`.
    public var digits: DecimalDigits?
    /// Whether the property is a field of a model with unique values.
    public var isUnique = false
    /// Whether the property is a field of a model that stores a file.
    public var isStoredFile = false
    /// The text between the braces of a computed property.
    public var accessors: String?
    /// Whether the property has `@Indirect`, which stores the value indirectly because it may contain a value of the
    /// enclosing type.
    public var isIndirect = false

    /// The role of a property in its schema.
    public enum Role: Hashable, Sendable {
        case own
        case allOf
        case oneOf
        case anyOf
        case additionalProperties
        case patternProperties(String)
    }

    /// Creates a property.
    public init(
        _ head: DeclarationHead,
        role: Role = .own,
        type: TypeExpression?,
        initialValue: Expression? = nil,
        keywords: SchemaKeywords = SchemaKeywords(),
        encoding: PartEncoding = PartEncoding()
    ) {
        self.head = head
        self.role = role
        self.type = type
        self.initialValue = initialValue
        self.keywords = keywords
        self.encoding = encoding
    }

    /// The value of `= Const(…)`.
    public var constant: Literal? {
        guard case .call(let callee, let arguments)? = initialValue, callee.lastName == "Const",
            let first = arguments.first
        else { return nil }
        return Literal(first.value)
    }
}

/// The encoding of a part of a form: the fields of an Encoding Object.
public struct PartEncoding: Hashable, Sendable {
    /// The value of `.contentType`, which the document joins with commas.
    public var contentType: [String] = []
    /// The value of `.style`, in the spelling of the document.
    public var style: String?
    /// The value of `.explode`.
    public var explode: Bool?
    /// The value of `.allowReserved`.
    public var allowReserved: Bool?

    /// Creates an encoding without stated values.
    public init() {}

    /// Whether all values have their defaults.
    public var isEmpty: Bool { self == PartEncoding() }

    init(_ arguments: inout Arguments, _ reading: inout Reading) {
        contentType = arguments.takeTexts("contentType", &reading).value ?? []
        style = arguments.takeSymbolOrText("style", &reading)
        explode = arguments.takeFlag("explode", &reading)
        allowReserved = arguments.takeFlag("allowReserved", &reading)
    }

    var arguments: [Argument] {
        .list("contentType", contentType.map(Expression.string)) + .symbol("style", style) + .flag("explode", explode)
            + .flag("allowReserved", allowReserved)
    }
}

extension Arguments {
    /// Takes a symbol or a string, `.deepObject` or `"deepObject"`, as a string.
    mutating func takeSymbolOrText(_ label: String, _ reading: inout Reading) -> String? {
        guard let argument = take(label)?.first else { return nil }
        if case .member(nil, let symbol) = argument.value { return symbol }
        return reading.text(argument)
    }
}

extension Arguments {
    /// Takes a symbol of a type, such as `.anyOf`, and reports any other.
    mutating func takeSymbol<Symbol>(_ label: String, _ reading: inout Reading) -> Symbol?
    where Symbol: RawRepresentable<String> & CaseIterable {
        guard let argument = take(label)?.first else { return nil }
        return reading.symbol(argument)
    }
}

extension Reading {
    mutating func symbol<Symbol>(_ argument: Argument) -> Symbol?
    where Symbol: RawRepresentable<String> & CaseIterable {
        if case .member(nil, let name) = argument.value, let symbol = Symbol(rawValue: name) { return symbol }
        let names = Symbol.allCases.map(\.rawValue)
        var help: String?
        if case .member(_, let name) = argument.value {
            help = names.nearest(to: name).map { "did you mean '.\($0)'?" }
        }
        let choice = names.map { "." + $0 }.joined(separator: ", ")
        error(
            "unexpected-value", "'\(argument.label ?? "")' takes \(names.count == 1 ? "only" : "one of") \(choice)",
            at: argument.mark, help: help)
        return nil
    }
}

extension Array<Argument> {
    static func symbol(_ label: String?, _ symbol: String?) -> [Argument] {
        guard let symbol else { return [] }
        let isPlain = !symbol.isEmpty && symbol.utf8.allSatisfy { $0 >= UInt8(ascii: "A") && $0 < 128 && $0 != 0x5B }
        return [Argument(label, isPlain ? .member(nil, symbol) : .string(symbol))]
    }
}

extension PropertyDeclaration {
    /// Reads a stored property, or a computed property with `@Field`. Any other property isn't part of the schema.
    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .variable(let variable) = outline.kind, !outline.modifiers.contains("static"),
            variable.accessors == nil || outline.attribute("Field") != nil
        else { return nil }
        self.init(
            DeclarationHead(variable.name, outline, &reading), type: variable.type, initialValue: variable.initialValue)
        accessors = variable.accessors
        isIndirect = outline.attribute("Indirect") != nil
        if let pattern = outline.attribute("PatternProperties") {
            var arguments = Arguments(pattern)
            role = .patternProperties(arguments.takePositional().flatMap { reading.text($0) } ?? "")
            keywords = SchemaKeywords(&arguments, &reading)
            arguments.reportRest(known: Keyword.allCases.map(\.rawValue), &reading)
        } else {
            for (name, role) in Self.roles where outline.attribute(name) != nil { self.role = role }
        }
        for name in Self.attributes {
            guard let attribute = outline.attribute(name), attribute.arguments != nil else { continue }
            var arguments = Arguments(attribute)
            head.wireName = arguments.takeWireName() ?? head.wireName
            digits = DecimalDigits(&arguments, &reading)
            source = arguments.take("source")?.first.flatMap { FieldPath($0, &reading) }
            encoding = PartEncoding(&arguments, &reading)
            keywords = SchemaKeywords(&arguments, &reading)
            arguments.reportRest(
                known: Keyword.allCases.map(\.rawValue) + DecimalDigits.labels
                    + ["source", "contentType", "style", "explode"], &reading)
        }
        reportIgnoredKeywords(&reading)
        if let type { reading.reportsUnwritable(type, at: head.mark) }
        if type == nil, constant == nil {
            reading.error(
                "missing-type", "property '\(head.name)' must have an explicit type", at: head.mark,
                help: "write 'var \(head.name): Type'")
        }
    }

    /// Reports keywords of a dictionary that collects properties. The document has a schema for its values, but not for
    /// the dictionary itself.
    private func reportIgnoredKeywords(_ reading: inout Reading) {
        switch role {
        case .additionalProperties, .patternProperties: break
        case .own, .allOf, .oneOf, .anyOf: return
        }
        for (keyword, _) in keywords.stated where keyword != .additionalProperties {
            reading.error(
                "ignored-keyword",
                "'\(keyword.rawValue)' has no effect on '\(head.name)', which collects other properties",
                at: head.mark, help: "for the values, write '.additionalProperties(.\(keyword.rawValue)(…))'")
        }
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        var attributes: [Attribute] = []
        switch role {
        case .own: break
        case .patternProperties(let pattern):
            attributes.append(Attribute("PatternProperties", [Argument(nil, .string(pattern))]))
        case .allOf, .oneOf, .anyOf, .additionalProperties:
            attributes += Self.roles.filter { $0.role == role }.map { Attribute($0.name) }
        }
        var arguments: [Argument] = .text(nil, head.wireName) + (digits?.arguments ?? [])
        if let source { arguments.append(Argument("source", source.expression)) }
        arguments += encoding.arguments + keywords.arguments
        if !arguments.isEmpty {
            attributes.append(Attribute("Field", arguments))
        } else if accessors != nil {
            attributes.append(Attribute("Field"))
        }
        if isIndirect { attributes.append(Attribute("Indirect")) }
        return Declaration(
            documentation: head.documentation,
            attributes: attributes + head.fragmentAttributes,
            .variable(Variable(head.name, type: type, initialValue: initialValue, accessors: accessors)))
    }

    private static let attributes = ["Field", "AdditionalProperties"]
    private static let roles: [(name: String, role: Role)] = [
        ("AllOf", .allOf), ("OneOf", .oneOf), ("AnyOf", .anyOf), ("AdditionalProperties", .additionalProperties),
    ]
}
