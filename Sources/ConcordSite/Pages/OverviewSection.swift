import ConcordOpenAPI

/// The description, servers and authentication of the API.
struct OverviewSection {
    let page: PageContext

    private var document: Document { page.site.document }
    private var info: Info? { document.info }

    var html: HTML {
        """
        <header id="introduction" class="overview">
        <h1>\(page.site.title)</h1>
        <ul class="facts">\(facts.html { "<li>\($0)</li>" })</ul>
        \(Prose(info?.summary, headingLevel: 2).html)\(Prose(info?.description, headingLevel: 2).html)
        </header>
        \(servers)\(SecuritySchemeSection(page: page).html)
        """
    }

    private var servers: HTML {
        guard !document.servers.isEmpty else { return .empty }
        return """
            <section class="group" aria-labelledby="servers"><h2 id="servers">\(page.text(.servers))</h2>
            \(ServerList(servers: document.servers, page: page).html)</section>

            """
    }

    private var facts: [HTML] {
        [
            info?.version.map { page.text(.version, ["version": "\($0)"]) },
            document.versionText.map { "OpenAPI \($0)" }, license, contact,
            email, link(page.site.texts[.termsOfService], info?.termsOfService),
            link(document.externalDocs?.description ?? page.site.texts[.moreDocumentation], document.externalDocs?.url),
            documentLink(.yaml, "YAML"), documentLink(.json, "JSON"),
        ].compactMap { $0 }
    }

    private func documentLink(_ format: DocumentFormat, _ label: HTML) -> HTML? {
        guard page.site.hasDocumentBeside else { return nil }
        return "<a href=\"\(page.link(toFile: page.site.documentFile(format)))\">\(label)</a>"
    }

    private var license: HTML? {
        guard let license = info?.license, let name = license.name ?? license.identifier else { return nil }
        let identifier: HTML = license.identifier.map { $0 == name ? .empty : " (\($0))" } ?? .empty
        return (link(name, license.url) ?? "\(name)") + identifier
    }

    private var contact: HTML? {
        guard let contact = info?.contact, let name = contact.name ?? contact.url else { return nil }
        return link(name, contact.url) ?? "\(name)"
    }

    private var email: HTML? {
        info?.contact?.email.flatMap { link($0, "mailto:" + $0) }
    }

    private func link(_ text: String, _ address: String?) -> HTML? {
        guard let link = address.flatMap(Hyperlink.init(untrusted:)) else { return nil }
        return "<a href=\"\(link)\" rel=\"noopener noreferrer nofollow\">\(text)</a>"
    }
}
