/// What a view's permissions say about requests without a user.
///
/// The generator derives an operation's `security` from it, and the run time enforces the same requirement.
package enum AnonymousAccess: Sendable {
    /// The permissions let the request through.
    case allowed
    /// The permissions refuse the request.
    case refused
    /// Only the running program can tell.
    case unknown

    /// The answer of several permissions that must all allow a request.
    package static func all(of answers: [AnonymousAccess]) -> AnonymousAccess {
        answers.contains(.refused) ? .refused : answers.contains(.allowed) ? .allowed : .unknown
    }

    /// The answer of several permissions if one of them is enough to allow a request.
    package static func any(of answers: [AnonymousAccess]) -> AnonymousAccess {
        answers.contains(.allowed) ? .allowed : answers.contains(.unknown) ? .unknown : .refused
    }

    /// The answer of the opposite permission.
    package var negated: AnonymousAccess { self == .allowed ? .refused : .unknown }

    /// The answer of a permission that Concord provides, by the name of its type; `nil` for any other type.
    package static func ofReadyPermission(_ name: String, method: String) -> AnonymousAccess? {
        switch name {
        case "AllowAny": .allowed
        case "IsAuthenticated", "IsAdminUser": .refused
        case "IsAuthenticatedOrReadOnly": isSafe(method) ? .allowed : .refused
        default: nil
        }
    }

    /// Whether a method changes nothing: RFC 9110, section 9.2.1, and `QUERY`.
    package static func isSafe(_ method: String) -> Bool {
        ["GET", "HEAD", "OPTIONS", "TRACE", "QUERY"].contains(method)
    }

    /// What becomes of the requirements of an operation: one for anonymous access is added, taken away, or neither.
    ///
    /// - Parameters:
    ///   - requirements: The stated requirements, as alternatives.
    ///   - isAnonymous: Whether a requirement is the one for anonymous access.
    ///   - anonymous: The requirement for anonymous access.
    package func adjusted<Requirement>(
        _ requirements: [Requirement], isAnonymous: (Requirement) -> Bool, anonymous: Requirement
    ) -> [Requirement] {
        let isOptional = requirements.contains(where: isAnonymous)
        switch self {
        case .allowed where !isOptional && !requirements.isEmpty: return requirements + [anonymous]
        case .refused where isOptional && requirements.count > 1: return requirements.filter { !isAnonymous($0) }
        default: return requirements
        }
    }
}
