import ConcordDiagnostics
import ConcordOutline

/// `ConditionalRequests.required`: whether a generic view's responses have an `ETag`, and its requests may depend on
/// it.
public enum ConditionalRequestSupport: String, Hashable, Sendable, CaseIterable {
    case unsupported, supported, required

    init?(_ argument: Argument, _ reading: inout Reading) {
        if case .member(_, let name) = argument.value, let support = Self(rawValue: name) {
            self = support
            return
        }
        reading.notStatic(argument, expected: "ConditionalRequests.supported or ConditionalRequests.required")
        return nil
    }

    /// The value that states this.
    var expression: Expression { .member(.reference("ConditionalRequests"), rawValue) }
}
