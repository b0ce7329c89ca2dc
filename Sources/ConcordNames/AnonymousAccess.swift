/// The effect of a view's permissions on requests without a user.
///
/// The generator derives an operation's `security` from it, and the run time enforces the same requirement.
package enum AnonymousAccess: Sendable {
    /// The permissions allow the request.
    case allowed
    /// The permissions refuse the request.
    case refused
    /// Only the running app can decide.
    case unknown

    /// Returns the combined answer of permissions that must all allow a request.
    package static func all(of answers: [AnonymousAccess]) -> AnonymousAccess {
        answers.contains(.refused) ? .refused : answers.contains(.allowed) ? .allowed : .unknown
    }

    /// Returns the combined answer of several permissions, if one of them is enough to allow a request.
    package static func any(of answers: [AnonymousAccess]) -> AnonymousAccess {
        answers.contains(.allowed) ? .allowed : answers.contains(.unknown) ? .unknown : .refused
    }

    /// The answer of the negated permission.
    package var negated: AnonymousAccess { self == .allowed ? .refused : .unknown }

    /// Returns the answer of a built-in permission with a type name, or `nil` for any other type.
    package static func ofReadyPermission(_ name: String, method: String) -> AnonymousAccess? {
        switch name {
        case "AllowAny": .allowed
        case "IsAuthenticated", "IsAdminUser", "ModelPermissions", "HasPermission": .refused
        case "IsAuthenticatedOrReadOnly", "ModelPermissionsOrReadOnly": isSafe(method) ? .allowed : .refused
        default: nil
        }
    }

    /// Returns whether a method is safe: RFC 9110, section 9.2.1, and `QUERY`.
    package static func isSafe(_ method: String) -> Bool {
        ["GET", "HEAD", "OPTIONS", "TRACE", "QUERY"].contains(method)
    }

    /// Returns the requirements of an operation after adding or removing the requirement for anonymous access, if
    /// necessary.
    ///
    /// - Parameters:
    ///   - requirements: The stated requirements, as alternatives.
    ///   - isAnonymous: Returns whether a requirement is the one for anonymous access.
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
