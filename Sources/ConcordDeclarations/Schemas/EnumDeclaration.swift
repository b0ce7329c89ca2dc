import ConcordDiagnostics
import ConcordOutline

/// An enum with raw values, whose schema has `enum`.
public struct EnumDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments.
    public var head: DeclarationHead
    /// The raw type: `String`, `Int`, `Int32`, or `Double`.
    public var rawType: TypeExpression
    /// Whether the enum has `@Serializer`, so that it is a component even if nothing uses it.
    public var hasAttribute: Bool
    /// The keywords that `@Serializer` states.
    public var keywords: SchemaKeywords
    /// The form of the values in the document.
    public var form: Form
    /// The values, in source order.
    public var cases: [Case]

    /// The value of `.union`. By default, the values are in `enum`.
    public enum Form: String, Hashable, Sendable, CaseIterable {
        case `enum`
        /// Branches with a `const` each, which can have a title and a description.
        case oneOf, anyOf
    }

    /// A value of the enum.
    public struct Case: Hashable, Sendable {
        /// The Swift name, without backticks.
        public var name: String
        /// The value in JSON.
        public var value: Literal
        /// The value of `.title`, for a branch.
        public var title: String?
        /// The description of a branch, or an element of `x-enum-descriptions`.
        public var documentation: String?
        /// The value of `.description`, for a branch whose description can't be written as a comment.
        public var description: String?

        /// Creates a value.
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

    /// Creates an enum.
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

    /// Reads an enum. Returns `nil` if it has no raw type, and so no values in JSON.
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

    /// Reads cases. The default value of a case is its name, or the previous value plus one.
    private mutating func readCases(_ member: Declaration, _ values: inout Set<Literal>, _ reading: inout Reading) {
        guard case .enumCase(let elements) = member.kind else { return }
        let (title, description) = readBranch(member, &reading)
        if let attribute = member.attribute("OpenAPI") {
            reading.error(
                "misplaced-fragment", "a case of an enum with raw values has no node in the document",
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
                    "duplicate-value", "'\(element.name)' has the same value as another case", at: element.mark,
                    help: "give it a different value")
            }
            cases.append(
                Case(
                    element.name, value, title: title, documentation: member.documentation, description: description))
        }
    }

    /// Reads `@Field(.title("Low")) case low = 1`, for an enum whose values are branches.
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
                "misplaced-title", "a value in 'enum' can't have a \(word)", at: attribute.mark,
                help: "write '@Serializer(.union(.oneOf))' on the enum to make each value a branch")
        }
        return (title, description)
    }

    /// The maximum number of characters in a line of case names.
    private static let lineLength = 60

    /// The outline of the declaration. Cases whose values equal their names share a line if none of them has a comment.
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
    /// The next integer, which Swift assigns to a case without a raw value.
    package var next: String? {
        guard case .number(let text) = self else { return nil }
        return Int128(text).map { String($0 + 1) }
    }
}
