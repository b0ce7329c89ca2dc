import ConcordDiagnostics
import ConcordOutline

/// `static let settings = SchemaSettings(…)`: what a document does throughout.
public struct SchemaSettingsDeclaration: Hashable, Sendable {
    /// `null:`: how `Nullable<T>` reads.
    public var null: NullForm?
    /// `reference:`: where keywords beside a reference go.
    public var reference: ReferenceForm?
    /// `required:`: when parameters and bodies say whether they are required.
    public var required: RequiredForm?

    /// How `Nullable<T>` reads.
    public enum NullForm: String, Hashable, Sendable, CaseIterable {
        case type, flag, anyOf, oneOf
    }

    /// Where keywords beside a reference go.
    public enum ReferenceForm: String, Hashable, Sendable, CaseIterable {
        /// `allOf: [$ref]` with the keywords beside.
        case allOf
        /// `allOf: [$ref, {…}]`, the keywords in a branch of their own.
        case branch
        case siblings, anyOf, oneOf
    }

    /// When parameters and bodies say whether they are required.
    public enum RequiredForm: String, Hashable, Sendable, CaseIterable {
        case ifTrue, always
    }

    /// States nothing.
    public init(null: NullForm? = nil, reference: ReferenceForm? = nil, required: RequiredForm? = nil) {
        self.null = null
        self.reference = reference
        self.required = required
    }

    /// Whether nothing is stated.
    public var isEmpty: Bool { self == SchemaSettingsDeclaration() }

    init(_ argument: Argument, _ reading: inout Reading) {
        self.init()
        guard case .call(_, let list) = argument.value else {
            reading.notStatic(argument, expected: "SchemaSettings(…)")
            return
        }
        var arguments = Arguments(list, of: "SchemaSettings", at: argument.mark)
        null = arguments.takeSymbol("null", &reading)
        reference = arguments.takeSymbol("reference", &reading)
        required = arguments.takeSymbol("required", &reading)
        arguments.reportRest(known: ["null", "reference", "required"], &reading)
    }

    var expression: Expression {
        .call(
            .reference("SchemaSettings"),
            .symbol("null", null?.rawValue) + .symbol("reference", reference?.rawValue)
                + .symbol("required", required?.rawValue))
    }
}
