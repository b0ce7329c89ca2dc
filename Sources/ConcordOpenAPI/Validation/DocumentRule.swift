import ConcordDiagnostics

/// A rule that documents are held to: what its findings are called, how grave they are, and what a person should know
/// who meets one. `concord validate --explain` and `Documentation/Diagnostics.md` say what stands here.
public struct DocumentRule: Hashable, Sendable {
    /// The name of the rule in kebab case, by which findings are called: `duplicate-operation-id`.
    public let code: String
    /// An error is what the specification forbids, a warning what it advises against, a note the rest.
    public let severity: Diagnostic.Severity
    /// What is wrong, in one sentence.
    public let summary: String
    /// Why it matters and what to do, in a few sentences.
    public let reason: String
    /// Where the specification speaks of it, with its words where they decide.
    public let source: String
    /// A part of a document that breaks the rule; absent where only the size of a file does.
    public let wrong: Example?
    /// The same part as it should be.
    public let right: Example?

    /// A part of a document, or all of it.
    public struct Example: Hashable, Sendable, ExpressibleByStringLiteral {
        /// The part, in YAML or JSON.
        public let text: String

        /// The part that a text holds.
        public init(stringLiteral text: String) {
            self.text = text
        }

        /// Opens a text to which nothing is to be added.
        private static let whole = "# whole\n"

        /// The part as a person is shown it.
        public var shownText: String { text.hasPrefix(Self.whole) ? String(text.dropFirst(Self.whole.count)) : text }

        /// The part as a document: with `openapi`, `info` and `paths` before it, where they are absent.
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
    /// Rules about one part of a document.
    public struct Family: Sendable {
        /// What they are about.
        public let title: String
        /// The rules in the order in which a person reads them.
        public let rules: [DocumentRule]
    }

    /// All rules, by what they are about.
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

    /// The rule of a code.
    public init?(code: String) {
        guard let rule = Self.all.first(where: { $0.code == code }) else { return nil }
        self = rule
    }
}
