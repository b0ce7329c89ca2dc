import ConcordOpenAPI

/// The security requirements of an operation: its alternatives, with the scopes of each scheme.
struct SecuritySection {
    let entry: OperationEntry
    let page: PageContext
    let level: Int

    var html: HTML {
        guard !entry.isWebhook || entry.operation.security != nil,
            let requirements = entry.operation.security ?? page.security
        else { return .empty }
        let items =
            requirements.isEmpty
            ? "<li>\(page.text(.noAuthenticationRequired))</li>" : requirements.html { "<li>\(item($0))</li>" }
        let lead: HTML = requirements.count > 1 ? "<p class=\"hint\">\(page.text(.oneOfRequirements))</p>" : .empty
        return """
            <h\(level) class="part">\(page.text(.authentication))</h\(level)>\(lead)<ul class="requirements">\(items)</ul>

            """
    }

    private func item(_ requirement: SecurityRequirement) -> HTML {
        guard !requirement.schemes.isEmpty else { return page.text(.noAuthentication) }
        return page.joined(requirement.schemes.map(scheme), by: .combinedTypes)
    }

    private func scheme(_ name: String, _ scopes: [String]) -> HTML {
        let label: HTML =
            page.link(.securityScheme(name)).map { "<a href=\"\($0)\">\(name)</a>" } ?? "<code>\(name)</code>"
        guard !scopes.isEmpty else { return label }
        let texts = scopes.html { scope in
            let description = SecuritySchemeSection.description(ofScope: scope, of: name, page)
            return "<li><code>\(scope)</code>\(description.isEmpty ? .empty : " ")\(description)</li>"
        }
        let lead = page.text(scopes.count == 1 ? .schemeWithScope : .schemeWithScopes, ["scheme": label])
        return "\(lead)<ul>\(texts)</ul>"
    }
}
