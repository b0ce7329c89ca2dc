import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordYAML

/// Who must say who they are to call an operation, and what those are told who may not.
struct DerivedSecurity {
    /// `security` of the operation; absent where the API's is right.
    var requirements: [SecurityRequirementDeclaration]?
    /// Whether someone can fail to say who they are.
    var refusesUnknown: Bool
    /// What those are told who may not; absent where nobody is refused.
    var refusal: String?
}

extension Generator {
    /// What permissions and authentication make of an operation.
    mutating func security(of operation: OperationDeclaration, in view: ViewDeclaration) -> DerivedSecurity {
        let stated = operation.authentication ?? view.authentication
        let base = stated ?? authentication ?? []
        let permissions = view.generic.permissions ?? []
        let access = access(permissions, operation.method)
        let hasSchemes = base.contains { !$0.schemes.isEmpty }
        if !hasSchemes, access.anonymous == .refused { warnOfNobody(permissions, view) }
        let isRefusing = access.refusesKnown || (!hasSchemes && access.anonymous == .refused)
        return DerivedSecurity(
            requirements: requirements(base, isStated: stated != nil, access.anonymous), refusesUnknown: hasSchemes,
            refusal: isRefusing ? Self.refusal(access) : nil)
    }

    private static func refusal(_ access: Access) -> String {
        access.comments.isEmpty ? "Not permitted." : access.comments.joined(separator: "\n\n")
    }

    /// Adds or takes away the requirement that asks for nothing, where permissions say more than the authentication.
    private func requirements(
        _ base: [SecurityRequirementDeclaration], isStated: Bool, _ anonymous: Access.Anonymous
    ) -> [SecurityRequirementDeclaration]? {
        let isOptional = base.contains(where: \.schemes.isEmpty)
        switch anonymous {
        case .allowed where !isOptional && !base.isEmpty: return base + [SecurityRequirementDeclaration([])]
        case .refused where isOptional && base.count > 1: return base.filter { !$0.schemes.isEmpty }
        default: return isStated ? base : nil
        }
    }

    private mutating func warnOfNobody(_ permissions: [ParticipantUse], _ view: ViewDeclaration) {
        guard let first = permissions.first else { return }
        report(
            .warning, "nobody-authenticated",
            "'\(view.head.name)' lets in only who is known, but nothing says how to be", at: first.mark,
            mend:
                "state 'static let authentication: [any Authentication] = [BearerAuthentication()]' in the view or the API"
        )
    }
}
