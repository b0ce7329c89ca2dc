import ConcordDeclarations
import ConcordOutline

/// How a type whose values clients get becomes one whose values can be thrown, so that an operation that declares it for a
/// status answers with it.
public struct ErrorConformance: Sendable {
    /// Whether a property states the status of the response.
    private let statesStatus: Bool

    /// Nothing for a type that an operation can't answer with.
    public init?(_ declaration: TypeDeclaration) {
        guard declaration.isThrowable else { return nil }
        statesStatus = declaration.statesStatus
    }

    /// The extension of a type.
    ///
    /// A property that others than the type's module see has to be public itself to state the status, which only its
    /// author can see to.
    public func text(of name: String, access: String = "") -> String {
        statesStatus && access.isEmpty
            ? "extension \(name): \(Core.name("StatusError")), Swift.Error { typealias StatusValue = Swift.Int }"
            : "extension \(name): Swift.Error {}"
    }
}
