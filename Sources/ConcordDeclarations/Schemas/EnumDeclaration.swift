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
    /// How the document puts the values.
    public var form: Form
    /// The values, in the order written.
    public var cases: [Case]

    /// `.union`; without it the values stand under `enum`.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        case `enum`
        /// Each value is a branch with `const`, which may have a title and a description.
        case oneOf, anyOf
    }

    /// One value.
    public struct Case: Hashable, Sendable {
        /// The Swift name, without backticks.
        public var name: String
        /// The value on the wire.
        public var value: Literal
        /// `.title`, of a branch.
        public var title: String?
        /// The description of a branch, or an entry of `x-enum-descriptions`.
        public var documentation: String?
        /// `.description`, of a branch whose description no comment can hold.
        public var description: String?

        /// Makes a value.
        public init(
            _ name: String, _ value: Literal, title: String? = nil, documentation: String? = nil,
            description: String? = nil
        ) {
            self.name = name
            self.value = value
            self.title = title
            self.documentation = documentation
            self.description = description
        }
    }

    /// Makes an enum.
    public init(
        _ head: DeclarationHead,
        rawType: TypeExpression,
        hasAttribute: Bool = false,
        keywords: SchemaKeywords = SchemaKeywords(),
        form: Form = .enum,
        cases: [Case] = []
    ) {
        self.head = head
        self.rawType = rawType
        self.hasAttribute = hasAttribute
        self.keywords = keywords
        self.form = form
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
            form = arguments.takeSymbol("union", &reading) ?? .enum
            keywords = SchemaKeywords(&arguments, &reading)
            arguments.reportRest(known: Keyword.allCases.map(\.rawValue) + ["union"], &reading)
        }
        var values: Set<Literal> = []
        for member in body.members { readCases(member, &values, &reading) }
    }

    /// A case without a value has its name, or one more than the case before.
    private mutating func readCases(_ member: Declaration, _ values: inout Set<Literal>, _ reading: inout Reading) {
        guard case .enumCase(let elements) = member.kind else { return }
        let (title, description) = readBranch(member, &reading)
        if let attribute = member.attribute("OpenAPI") {
            reading.error(
                "misplaced-fragment", "a case of an enum with raw values is no node of the document",
                at: attribute.mark,
                help: "put @OpenAPI on the enum")
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
                value = .number(cases.last?.value.next ?? "0")
            }
            if !values.insert(value).inserted {
                reading.error(
                    "duplicate-value", "'\(element.name)' has the value of another case", at: element.mark,
                    help: "give it a value of its own")
            }
            cases.append(
                Case(
                    element.name, value, title: title, documentation: member.documentation, description: description))
        }
    }

    /// `@Field(.title("Low")) case low = 1`, on an enum whose values are branches.
    private func readBranch(
        _ member: Declaration, _ reading: inout Reading
    ) -> (title: String?, description: String?) {
        guard let attribute = member.attribute("Field") else { return (nil, nil) }
        var arguments = Arguments(attribute)
        let title = arguments.takeText("title", &reading)
        let description = arguments.takeText("description", &reading)
        arguments.reportRest(known: ["title", "description"], &reading)
        if form == .enum {
            let word = title == nil ? "description" : "title"
            reading.error(
                "misplaced-title", "a value under 'enum' has no \(word)", at: attribute.mark,
                help: "write '@Serializer(.union(.oneOf))' on the enum, so that each value is a branch")
        }
        return (title, description)
    }

    /// As many names stand on a line as a reader takes in at once.
    private static let lineLength = 60

    /// The outline that states this: cases whose name is their value share a line where none has a comment.
    public var outline: Declaration {
        let isText = rawType.path?.last == "String"
        let isPlain = cases.allSatisfy { $0.documentation == nil && $0.title == nil && $0.description == nil }
        var members: [Declaration] = []
        for value in cases {
            let isName = isText && value.value == .string(value.name)
            let element = CaseElement(value.name, rawValue: isName ? nil : value.value.expression)
            let texts: [Argument] = .text("title", value.title) + .text("description", value.description)
            let attributes = texts.isEmpty ? [] : [Attribute("Field", texts)]
            if isName, isPlain, case .enumCase(let line)? = members.last?.kind, line.last?.rawValue == nil,
                line.reduce(value.name.count, { $0 + $1.name.count + 2 }) <= Self.lineLength
            {
                members[members.count - 1].kind = .enumCase(line + [element])
            } else {
                members.append(
                    Declaration(documentation: value.documentation, attributes: attributes, .enumCase([element])))
            }
        }
        let union: [Argument] = form == .enum ? [] : .symbol("union", form.rawValue)
        let arguments = .text(nil, head.wireName) + union + keywords.arguments
        let attributes =
            hasAttribute || form != .enum ? [Attribute("Serializer", arguments.isEmpty ? nil : arguments)] : []
        return Declaration(
            documentation: head.documentation,
            attributes: attributes + head.fragmentAttributes,
            .enumeration(TypeBody(head.name, inheritance: [rawType], members: members)))
    }
}

extension Literal {
    /// The integer after this one, which Swift gives to a case without a value of its own.
    fileprivate var next: String? {
        guard case .number(let text) = self else { return nil }
        return Int128(text).map { String($0 + 1) }
    }
}
