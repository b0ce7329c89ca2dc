import ConcordDeclarations
import ConcordDiagnostics
import ConcordNames
import ConcordOutline
import ConcordYAML

/// The security requirements of an operation, and its responses to requests without access.
struct DerivedSecurity {
    /// The `security` of the operation, or `nil` if the API's requirements apply.
    var requirements: [SecurityRequirementDeclaration]?
    /// Whether anonymous requests can be rejected.
    var refusesUnknown: Bool
    /// The description of the response to authenticated requests that aren't permitted, or `nil` if all of them are.
    var refusal: String?
}

extension Generator {
    /// Returns the security that results from the permissions and authentication of an operation.
    mutating func security(of operation: OperationDeclaration, in view: ViewDeclaration) -> DerivedSecurity {
        let stated = operation.authentication ?? view.authentication
        let base = stated ?? authentication ?? []
        let permissions = view.generic.permissions ?? []
        var access = access(permissions, operation.method)
        let users = (view.inputs + operation.inputs).filter { $0.source == .currentUser }
        let refusing = users.filter { !$0.type.isOptional }
        if let answer = users.isEmpty ? nil : refusing.isEmpty ? AnonymousAccess.allowed : .refused {
            access.anonymous = .all(of: [access.anonymous, answer])
        }
        let hasSchemes = base.contains { !$0.schemes.isEmpty }
        if !hasSchemes, access.anonymous == .refused {
            warnOfNobody(view, at: permissions.first?.mark ?? refusing.first?.head.mark ?? view.head.mark)
        }
        // An authenticated user may lack a scope or may come from another scheme.
        let schemes = Set(base.flatMap(\.schemes).map(\.type))
        let refusesSome =
            base.contains { $0.schemes.contains { !$0.scopes.isEmpty } } || (!users.isEmpty && schemes.count > 1)
        let refusesOtherSites = !AnonymousAccess.isSafe(operation.method) && base.contains(where: usesSession)
        if refusesOtherSites { access.comments.append("A request with a session requires the X-CSRFToken header.") }
        let isRefusing =
            access.refusesKnown || refusesSome || refusesOtherSites || (!hasSchemes && access.anonymous == .refused)
        return DerivedSecurity(
            requirements: requirements(base, isStated: stated != nil, access.anonymous),
            refusesUnknown: hasSchemes || !refusing.isEmpty,
            refusal: isRefusing ? Self.refusal(access) : nil)
    }

    /// Returns whether a request can contain the cookie of a session, which a browser also sends for pages of other
    /// sites.
    private func usesSession(_ requirement: SecurityRequirementDeclaration) -> Bool {
        requirement.schemes.contains { use in
            use.type.path == ["SessionAuthentication"] && symbols.resolve(use.type, in: []) == nil
        }
    }

    private static func refusal(_ access: Access) -> String {
        access.comments.isEmpty ? "Not permitted." : access.comments.joined(separator: "\n\n")
    }

    /// Returns the requirements with the empty requirement added or removed, depending on whether the permissions allow
    /// anonymous requests.
    private func requirements(
        _ base: [SecurityRequirementDeclaration], isStated: Bool, _ anonymous: AnonymousAccess
    ) -> [SecurityRequirementDeclaration]? {
        let adjusted = anonymous.adjusted(
            base, isAnonymous: \.schemes.isEmpty, anonymous: SecurityRequirementDeclaration([]))
        return isStated || adjusted != base ? adjusted : nil
    }

    private mutating func warnOfNobody(_ view: ViewDeclaration, at mark: SourceMark) {
        report(
            .warning, "nobody-authenticated",
            "'\(view.head.name)' requires an authenticated user, but declares no authentication", at: mark,
            help:
                "add 'static let authentication: [any Authentication] = [BearerAuthentication()]' to the view or the API"
        )
    }
}
