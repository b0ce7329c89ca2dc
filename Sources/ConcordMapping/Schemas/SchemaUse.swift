import ConcordDeclarations
import ConcordOutline

/// A type in a use, with the keywords of the schema there.
struct SchemaUse {
    var type: TypeExpression
    var keywords = SchemaKeywords()
    var documentation: String?
    var fragments: [Fragment] = []
    /// The initial value for the schema's default.
    var initialValue: Expression?

    init(
        _ type: TypeExpression, _ keywords: SchemaKeywords = SchemaKeywords(), documentation: String? = nil,
        fragments: [Fragment] = []
    ) {
        self.type = type
        self.keywords = keywords
        self.documentation = documentation
        self.fragments = fragments
    }

    init(_ type: TypeExpression, inner: InnerSchema?) {
        self.init(type, inner?.keywords ?? SchemaKeywords(), fragments: inner?.fragment.map { [$0] } ?? [])
    }

    /// Whether the use has only a type.
    var isBare: Bool { keywords.isEmpty && documentation == nil && fragments.isEmpty }
}
