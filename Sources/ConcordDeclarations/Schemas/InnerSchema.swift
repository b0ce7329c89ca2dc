import ConcordDiagnostics
import ConcordOutline

/// `Schema(…)`: what is said about a node inside another: an array's items, a map's values.
public struct InnerSchema: Hashable, Sendable {
    /// The keywords.
    public var keywords: SchemaKeywords
    /// `.openAPI`.
    public var fragment: Fragment?
    /// The place of the value.
    public var mark: SourceMark

    /// Makes an inner schema.
    public init(
        _ keywords: SchemaKeywords = SchemaKeywords(), fragment: Fragment? = nil, mark: SourceMark = SourceMark()
    ) {
        self.keywords = keywords
        self.fragment = fragment
        self.mark = mark
    }

    /// Whether it says nothing.
    public var isEmpty: Bool { keywords.isEmpty && fragment == nil }

    init?(_ argument: Argument, _ reading: inout Reading) {
        guard case .call(let callee, let inner) = argument.value, callee.lastName == "Schema" else {
            let isTrait = argument.label.map(TraitForm.schemas.contains) ?? false
            reading.notStatic(argument, expected: isTrait ? "the traits of a schema" : "Schema(…)")
            return nil
        }
        var arguments = Arguments(inner, of: "Schema", at: argument.mark)
        keywords = SchemaKeywords(&arguments, &reading)
        fragment = arguments.takeFragment(&reading)
        mark = argument.mark
        arguments.reportRest(known: Keyword.allCases.map(\.rawValue) + ["openAPI"], &reading)
    }

    var expression: Expression {
        .call(.reference("Schema"), keywords.arguments + .fragment(fragment))
    }
}
