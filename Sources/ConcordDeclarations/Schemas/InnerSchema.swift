import ConcordDiagnostics
import ConcordOutline

/// A schema inside another one, such as an array's items or a dictionary's values: `Schema(…)`.
public struct InnerSchema: Hashable, Sendable {
    /// The keywords.
    public var keywords: SchemaKeywords
    /// The value of `.openAPI`.
    public var fragment: Fragment?
    /// The position of the value.
    public var mark: SourceMark

    /// Creates an inner schema.
    public init(
        _ keywords: SchemaKeywords = SchemaKeywords(), fragment: Fragment? = nil, mark: SourceMark = SourceMark()
    ) {
        self.keywords = keywords
        self.fragment = fragment
        self.mark = mark
    }

    /// Whether the schema is empty.
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
