import ConcordDiagnostics
import ConcordOutline

/// The schema settings of a document: `static let settings = SchemaSettings(…)`.
public struct SchemaSettingsDeclaration: Hashable, Sendable {
    /// The value of `null:`: the form of `Nullable<T>`.
    public var null: NullForm?
    /// The value of `reference:`: the place of keywords beside a reference.
    public var reference: ReferenceForm?
    /// The value of `required:`: when parameters and bodies state whether they are required.
    public var required: RequiredForm?

    /// The form of `Nullable<T>`.
    public enum NullForm: String, Hashable, Sendable, CaseIterable {
        case type, flag, anyOf, oneOf
    }

    /// The place of keywords beside a reference.
    public enum ReferenceForm: String, Hashable, Sendable, CaseIterable {
        /// `allOf: [$ref]`, with the keywords beside it.
        case allOf
        /// `allOf: [$ref, {…}]`, with the keywords in a separate branch.
        case branch
        case siblings, anyOf, oneOf
    }

    /// The condition under which parameters and bodies state whether they are required.
    public enum RequiredForm: String, Hashable, Sendable, CaseIterable {
        case ifTrue, always
    }

    /// Creates settings.
    public init(null: NullForm? = nil, reference: ReferenceForm? = nil, required: RequiredForm? = nil) {
        self.null = null
        self.reference = reference
        self.required = required
    }

    /// Whether all settings have their defaults.
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
