import ConcordDiagnostics
import ConcordOutline

/// What every declaration has: its name in Swift and on the wire, its comment, its fragments and its place.
public struct DeclarationHead: Hashable, Sendable {
    /// The Swift name, without backticks.
    public var name: String
    /// The first, unlabelled argument of the attribute, where there is one.
    public var wireName: String?
    /// The constant that states the wire name, where a macro sees no more of it than this.
    public var wireNameConstant: Expression?
    /// The doc comment's text.
    public var documentation: String?
    /// `@OpenAPI("…")`, in the order written.
    public var fragments: [Fragment]
    /// The place of the name.
    public var mark: SourceMark

    /// Makes a head.
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

    /// The name on the wire: the one stated, or the Swift name.
    public var effectiveWireName: String { wireName ?? name }

    /// Whether a fragment states security requirements, which no declaration then says and nothing can enforce.
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
    /// The head of an outline whose declared name is `name`; the wire name comes from the attribute, later.
    init(_ name: String, _ outline: Declaration, _ reading: inout Reading) {
        self.init(
            name, documentation: outline.documentation, fragments: outline.fragments(&reading), mark: outline.mark)
    }

    var fragmentAttributes: [Attribute] {
        fragments.map { Attribute("OpenAPI", [Argument(nil, .string($0.text))]) }
    }
}

extension Declaration {
    /// The attribute of a name, where it is written.
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
    /// The wire name: the first unlabelled argument, if it is a text.
    mutating func takeWireName() -> String? {
        guard case .string(let name)? = takePositional(where: \.isString)?.value else { return nil }
        return name
    }
}
