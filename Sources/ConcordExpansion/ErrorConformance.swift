import ConcordDeclarations
import ConcordOutline

/// The conformance that lets an operation throw the values of a type. An operation that declares the type for a status
/// responds with the value.
public struct ErrorConformance: Sendable {
    /// Whether a property states the status of the response.
    private let statesStatus: Bool

    /// Creates the conformance, or returns `nil` if an operation can't respond with values of the type.
    public init?(_ declaration: TypeDeclaration) {
        guard declaration.isThrowable else { return nil }
        statesStatus = declaration.statesStatus
    }

    /// Returns the extension that declares the conformance.
    ///
    /// If the type is visible outside its module, the property that states the status must be public itself, which only
    /// its author can ensure.
    public func text(of name: String, access: String = "") -> String {
        statesStatus && access.isEmpty
            ? "extension \(name): \(Core.name("StatusError")), Swift.Error { typealias StatusValue = Swift.Int }"
            : "extension \(name): Swift.Error {}"
    }
}
