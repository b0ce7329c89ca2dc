import ConcordDiagnostics
import ConcordNames
import ConcordOutline

/// The parts that every declaration has: its Swift name and wire name, its comment, its fragments, and its position.
public struct DeclarationHead: Hashable, Sendable {
    /// The Swift name, without backticks.
    public var name: String
    /// The first, unlabeled argument of the attribute, if it has one.
    public var wireName: String?
    /// The expression for a constant that states the wire name. A macro can't evaluate it.
    public var wireNameConstant: Expression?
    /// The text of the doc comment.
    public var documentation: String?
    /// The `@OpenAPI("…")` attributes, in source order.
    public var fragments: [Fragment]
    /// The position of the name.
    public var mark: SourceMark

    /// Creates a head.
    public init(
        _ name: String,
        wireName: String? = nil,
        documentation: String? = nil,
        fragments: [Fragment] = [],
        mark: SourceMark = SourceMark()
    ) {
        self.name = name
        self.wireName = wireName
        self.documentation = documentation
        self.fragments = fragments
        self.mark = mark
    }

    /// The stated wire name, or else the Swift name.
    public var effectiveWireName: String { wireName ?? name }

    /// The wire name of a component: the stated one, or else the Swift name with its namespaces as one word.
    package var componentWireName: String { wireName ?? DerivedName.withoutNamespaces(name) }

    /// Whether the type is in a namespace, such as `Billing.Invoice`.
    package var isInNamespace: Bool { name.utf8.contains(UInt8(ascii: ".")) }

    /// Whether a fragment states security requirements. No declaration states them then, so they can't be enforced.
    public var statesSecurity: Bool {
        fragments.contains { fragment in
            fragment.text.split(whereSeparator: \.isNewline).contains { line in
                ["security:", "\"security\":", "'security':", "{security:", "{\"security\":"].contains {
                    line.hasPrefix($0)
                }
            }
        }
    }
}

extension DeclarationHead {
    /// Creates the head of an outline with a name. The wire name is read from the attribute later.
    init(_ name: String, _ outline: Declaration, _ reading: inout Reading) {
        self.init(
            name, documentation: outline.documentation, fragments: outline.fragments(&reading), mark: outline.mark)
    }

    var fragmentAttributes: [Attribute] {
        fragments.map { Attribute("OpenAPI", [Argument(nil, .string($0.text))]) }
    }
}

extension Declaration {
    /// Returns the attribute with a name, or `nil` if there is none.
    public func attribute(_ name: String) -> Attribute? {
        attributes.first { $0.name == name }
    }

    func fragments(_ reading: inout Reading) -> [Fragment] {
        attributes.filter { $0.name == "OpenAPI" }.compactMap { attribute in
            guard let argument = attribute.arguments?.first else {
                reading.error("missing-argument", "@OpenAPI takes YAML in a string literal", at: attribute.mark)
                return nil
            }
            if reading.isUnseen(argument.value) { return nil }
            return reading.text(argument).map { Fragment($0, mark: argument.mark) }
        }
    }
}

extension Expression {
    var isString: Bool {
        if case .string = self { true } else { false }
    }
}

extension Array<Attribute> {
    func named(_ name: String) -> Attribute? { first { $0.name == name } }
}

extension Arguments {
    /// Takes the wire name: the first unlabeled argument, if it is a string.
    mutating func takeWireName() -> String? {
        guard case .string(let name)? = takePositional(where: \.isString)?.value else { return nil }
        return name
    }
}
