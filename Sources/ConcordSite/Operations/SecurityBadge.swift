import ConcordOpenAPI

/// Which of the ways to sign in an operation asks for.
struct SecurityBadge {
    let requirements: [SecurityRequirement]

    var html: HTML {
        let names = requirements.map { requirement -> HTML in
            requirement.schemes.isEmpty ? "nothing" : requirement.schemes.map(link(to:scopes:)).joined(by: " and ")
        }
        return names.isEmpty ? .empty : " <span class=\"badge\">needs \(names.joined(by: " or "))</span>"
    }

    private func link(to scheme: String, scopes: [String]) -> HTML {
        let title = scopes.joined(separator: ", ")
        return "<a href=\"\(Hyperlink(Anchor("securitySchemes", scheme)))\" title=\"\(title)\">\(scheme)</a>"
    }
}
