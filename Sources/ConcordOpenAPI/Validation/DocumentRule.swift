import ConcordDiagnostics

/// A rule for documents, with its code, severity, and explanation. `concord validate --explain` and
/// `Documentation/Diagnostics.md` show this text.
public struct DocumentRule: Hashable, Sendable {
    /// The code of the rule's diagnostics in kebab case: `duplicate-operation-id`.
    public let code: String
    /// The severity: an error for violations of the specification, a warning for violations of its recommendations, and
    /// a note otherwise.
    public let severity: Diagnostic.Severity
    /// The problem, in one sentence.
    public let summary: String
    /// The reason and the solution, in a few sentences.
    public let reason: String
    /// The section of the specification, with a quotation where the wording matters.
    public let source: String
    /// A part of a document that violates the rule, or `nil` if only the size of a file does.
    public let wrong: Example?
    /// The corrected part.
    public let right: Example?

    /// A part of a document, or a whole document.
    public struct Example: Hashable, Sendable, ExpressibleByStringLiteral {
        /// The source, in YAML or JSON.
        public let text: String

        /// Creates an example from its source.
        public init(stringLiteral text: String) {
            self.text = text
        }

        /// The prefix of a whole document.
        private static let whole = "# whole\n"

        /// The source for display.
        public var shownText: String { text.hasPrefix(Self.whole) ? String(text.dropFirst(Self.whole.count)) : text }

        /// The source as a document, with `openapi`, `info`, and `paths` added if they are absent.
        public var document: String {
            guard !text.hasPrefix(Self.whole), !text.hasPrefix("{") else { return shownText }
            let keys = Set(text.split(separator: "\n").compactMap { $0.split(separator: ":").first.map(String.init) })
            let lines = [
                ("openapi", "openapi: 3.1.2"), ("info", "info: {title: Pets, version: '1'}"), ("paths", "paths: {}"),
            ]
            let missing = lines.filter { !keys.contains($0.0) && !($0.0 == "openapi" && keys.contains("swagger")) }
            return missing.map { $0.1 + "\n" }.joined() + text + "\n"
        }
    }

    init(
        _ code: String, _ severity: Diagnostic.Severity, _ summary: String, reason: String, source: String,
        wrong: Example?, right: Example?
    ) {
        self.code = code
        self.severity = severity
        self.summary = summary
        self.reason = reason
        self.source = source
        self.wrong = wrong
        self.right = right
    }
}

extension DocumentRule {
    /// A group of rules.
    public struct Family: Sendable {
        /// The title of the group.
        public let title: String
        /// The rules, in reading order.
        public let rules: [DocumentRule]
    }

    /// All rules, in groups.
    public static let families = [
        Family(title: "The text", rules: textRules),
        Family(title: "The files", rules: fileRules),
        Family(title: "Swagger 2.0", rules: swaggerRules),
        Family(title: "Versions of OpenAPI", rules: conversionRules),
        Family(title: "Fields", rules: fieldRules),
        Family(title: "References and components", rules: referenceRules),
        Family(title: "The API", rules: infoRules),
        Family(title: "Servers", rules: serverRules),
        Family(title: "Paths", rules: pathRules),
        Family(title: "Operations and tags", rules: operationRules),
        Family(title: "Parameters and headers", rules: parameterRules),
        Family(title: "Responses", rules: responseRules),
        Family(title: "Bodies", rules: mediaTypeRules),
        Family(title: "Links and callbacks", rules: linkRules),
        Family(title: "Security", rules: securityRules),
        Family(title: "Schemas", rules: schemaRules),
        Family(title: "Discriminators", rules: discriminatorRules),
        Family(title: "Examples and defaults", rules: exampleRules),
    ]

    /// All rules.
    public static let all = families.flatMap(\.rules)

    /// Creates the rule with a code, or returns `nil` if there is none.
    public init?(code: String) {
        guard let rule = Self.all.first(where: { $0.code == code }) else { return nil }
        self = rule
    }
}
