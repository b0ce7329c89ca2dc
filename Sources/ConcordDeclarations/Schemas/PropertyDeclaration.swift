import ConcordDiagnostics
import ConcordOutline

/// A stored property of a serializer: a property of the schema, or a branch of its composition.
public struct PropertyDeclaration: Hashable, Sendable {
    /// Name, comment and fragments.
    public var head: DeclarationHead
    /// What the property is to the schema.
    public var role: Role
    /// The declared type; absent only where the initial value is `Const(…)`.
    public var type: TypeExpression?
    /// What stands behind `=`.
    public var initialValue: Expression?
    /// What `@Field` states.
    public var keywords: SchemaKeywords
    /// What `@Field` states for a part of a form.
    public var encoding: PartEncoding
    /// `.source`: the field of the serializer's model that the property is another name of.
    public var source: FieldPath?
    /// `.maxDigits` and `.decimalPlaces`.
    public var digits: DecimalDigits?
    /// Whether the property is a field of a model whose values are unique.
    public var isUnique = false
    /// Whether the property is a field of a model that keeps a file.
    public var isStoredFile = false
    /// The text between the braces of a computed property.
    public var accessors: String?
    /// `@Indirect`: the value is kept elsewhere, since it may hold one of the struct's own kind.
    public var isIndirect = false

    /// What a property is to its schema.
    public enum Role: Hashable, Sendable {
        case own
        case allOf
        case oneOf
        case anyOf
        case additionalProperties
        case patternProperties(String)
    }

    /// Makes a property.
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

/// How a part of a form body is put on the wire: an Encoding Object's fields.
public struct PartEncoding: Hashable, Sendable {
    /// `.contentType`, written as a list joined by commas.
    public var contentType: [String] = []
    /// `.style`, as the document spells it.
    public var style: String?
    /// `.explode`.
    public var explode: Bool?
    /// `.allowReserved`.
    public var allowReserved: Bool?

    /// States nothing.
    public init() {}

    /// Whether nothing is stated.
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
    /// `.deepObject` or `"deepObject"`: a word of the specification, as its text.
    mutating func takeSymbolOrText(_ label: String, _ reading: inout Reading) -> String? {
        guard let argument = take(label)?.first else { return nil }
        if case .member(nil, let symbol) = argument.value { return symbol }
        return reading.text(argument)
    }
}

extension Arguments {
    /// `.anyOf`: one of the words that a type lists; reports any other.
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
    /// Reads a stored property, or one that is computed and has `@Field`; any other is no part of the schema.
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
        if let type { reading.reportsUnwritable(type, at: head.mark) }
        if type == nil, constant == nil {
            reading.error(
                "missing-type", "property '\(head.name)' needs its type written", at: head.mark,
                help: "write 'var \(head.name): Type'")
        }
    }

    /// The outline that states this.
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
