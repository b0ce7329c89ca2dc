import ConcordOpenAPI

/// The page's head: what the API is, who answers for it and where it is served.
struct Introduction {
    let document: Document

    var html: HTML {
        """
        <header id="introduction">
        <h1>\(info?.title ?? "API reference")</h1>
        <ul class="facts">\(facts.html { "<li>\($0)</li>" })</ul>
        \(Prose(info?.summary, headingLevel: 2).html)
        \(Prose(info?.description, headingLevel: 2).html)
        \(ServersSection(servers: document.servers).html)
        </header>

        """
    }

    private var info: Info? { document.info }

    private var facts: [HTML] {
        [
            info?.version.map { "Version \($0)" },
            document.versionText.map { "OpenAPI \($0)" },
            license,
            contact,
            link("Terms of service", info?.termsOfService),
            link(
                document.externalDocs?.description ?? "More documentation",
                document.externalDocs?.url),
        ].compactMap { $0 }
    }

    private var license: HTML? {
        guard let license = info?.license, let name = license.name else { return nil }
        return link(name, license.url) ?? "\(name)"
    }

    private var contact: HTML? {
        guard let contact = info?.contact else { return nil }
        let name = contact.name ?? contact.email ?? "Contact"
        return link(name, contact.url ?? contact.email.map { "mailto:" + $0 })
    }

    private func link(_ text: String, _ address: String?) -> HTML? {
        guard let link = address.flatMap(Hyperlink.init(untrusted:)) else { return nil }
        return "<a href=\"\(link)\" rel=\"noopener noreferrer nofollow\">\(text)</a>"
    }
}
