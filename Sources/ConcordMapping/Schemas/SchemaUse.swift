import ConcordDeclarations
import ConcordOutline

/// A type where it is used, with all that is said about the schema there.
struct SchemaUse {
    var type: TypeExpression
    var keywords = SchemaKeywords()
    var documentation: String?
    var fragments: [Fragment] = []
    /// `= v`, where the schema had a default that Swift can say so.
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

    /// Whether it says nothing but the type.
    var isBare: Bool { keywords.isEmpty && documentation == nil && fragments.isEmpty }
}
