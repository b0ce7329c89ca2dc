import ConcordDiagnostics
import ConcordOutline

/// An enum with raw values: a schema with `enum`.
public struct EnumDeclaration: Hashable, Sendable {
    /// Name, comment and fragments.
    public var head: DeclarationHead
    /// `String`, `Int`, `Int32`, `Double`.
    public var rawType: TypeExpression
    /// Whether `@Serializer` is written, so that the enum is a component even where nothing uses it.
    public var hasAttribute: Bool
    /// What `@Serializer` states about the schema.
    public var keywords: SchemaKeywords
    /// The values, in the order written.
    public var cases: [Case]

    /// One value.
    public struct Case: Hashable, Sendable {
        /// The Swift name, without backticks.
        public var name: String
        /// The value on the wire.
        public var value: Literal
        /// An entry of `x-enum-descriptions`.
        public var documentation: String?

        /// Makes a value.
        public init(_ name: String, _ value: Literal, documentation: String? = nil) {
            self.name = name
            self.value = value
            self.documentation = documentation
        }
    }

    /// Makes an enum.
    public init(
        _ head: DeclarationHead,
        rawType: TypeExpression,
        hasAttribute: Bool = false,
        keywords: SchemaKeywords = SchemaKeywords(),
        cases: [Case] = []
    ) {
        self.head = head
        self.rawType = rawType
        self.hasAttribute = hasAttribute
        self.keywords = keywords
        self.cases = cases
    }
}

extension EnumDeclaration {
    private static let rawTypes: Set<String> = [
        "String", "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "Double",
        "Float",
    ]

    /// Reads an enum; nothing where it has no raw type, and so no values on the wire.
    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .enumeration(let body) = outline.kind,
            let rawType = body.inheritance.first(where: {
                $0.path.map { Self.rawTypes.contains($0.last ?? "") } ?? false
            })
        else { return nil }
        self.init(DeclarationHead(body.name, outline, &reading), rawType: rawType)
        if let attribute = outline.attribute("Serializer") {
            hasAttribute = true
            var arguments = Arguments(attribute)
            head.wireName = arguments.takeWireName()
            keywords = SchemaKeywords(&arguments, &reading)
            arguments.reportRest(known: Keyword.allCases.map(\.rawValue), &reading)
        }
        for member in body.members { readCases(member, &reading) }
    }

    /// A case without a value has its name, or one more than the case before.
    private mutating func readCases(_ member: Declaration, _ reading: inout Reading) {
        guard case .enumCase(let elements) = member.kind else { return }
        if let attribute = member.attribute("OpenAPI") {
            reading.error(
                "misplaced-fragment", "a case of an enum with raw values is no node of the document",
                at: attribute.mark,
                mend: "put @OpenAPI on the enum")
        }
        for element in elements {
            let value: Literal
            if let rawValue = element.rawValue {
                guard let literal = Literal(rawValue) else {
                    reading.notStatic(Argument(nil, rawValue, mark: element.mark), expected: "a literal")
                    continue
                }
                value = literal
            } else if rawType.path?.last == "String" {
                value = .string(element.name)
            } else {
                value = .number(cases.last.flatMap(\.value.integer).map { String($0 + 1) } ?? "0")
            }
            cases.append(Case(element.name, value, documentation: member.documentation))
        }
    }

    /// The outline that states this: cases whose name is their value share a line where none has a comment.
    public var outline: Declaration {
        let isText = rawType.path?.last == "String"
        var members: [Declaration] = []
        for value in cases {
            let isName = isText && value.value == .string(value.name)
            let element = CaseElement(value.name, rawValue: isName ? nil : value.value.expression)
            members.append(Declaration(documentation: value.documentation, .enumCase([element])))
        }
        let arguments = .text(nil, head.wireName) + keywords.arguments
        let attributes = hasAttribute ? [Attribute("Serializer", arguments.isEmpty ? nil : arguments)] : []
        return Declaration(
            documentation: head.documentation,
            attributes: attributes + head.fragmentAttributes,
            .enumeration(TypeBody(head.name, inheritance: [rawType], members: members)))
    }
}

extension Literal {
    /// The value of a whole number.
    var integer: Int? {
        if case .number(let text) = self { Int(text) } else { nil }
    }
}
