import ConcordOpenAPI

/// Shows a document to the people who call its API: one page, readable without JavaScript, on paper and in the dark.
///
/// No text of the document can run as script, and nothing is loaded from anywhere: what the document says is escaped
/// where it lands, a link leads to a web page or an address for mail, and the page's own policy forbids the rest.
public struct ReferencePage: Sendable {
    private let document: Document

    /// The page of this document.
    public init(_ document: Document) {
        self.document = document
    }

    /// The page as UTF-8, about as long as its document: components are links to one place and not repeated.
    public var html: [UInt8] {
        let page = PageContext(document)
        let title = document.info?.title ?? "API reference"
        return Array(whole(page, title: title).source.utf8)
    }

    private func whole(_ page: PageContext, title: String) -> HTML {
        let operations = OperationEntry.all(
            in: document.paths?.items ?? ObjectMap(), isWebhook: false, components: page.components)
        let webhooks = OperationEntry.all(in: document.webhooks, isWebhook: true, components: page.components)
        let groups = OperationGroup.all(of: operations, tags: document.tags)
        let schemes = document.components?.securitySchemes ?? ObjectMap()
        let contents = Contents(
            title: title, groups: groups, webhooks: webhooks, schemas: page.components.schemas.names,
            hasAuthentication: !schemes.isEmpty)
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="generator" content="Concord">
            <title>\(title)</title>
            <style>
            \(Stylesheet.source)</style>
            </head>
            <body>
            <a class="skip" href="#content">Skip to the reference</a>
            \(contents.html)<main id="content">
            \(Introduction(document: document).html)\
            \(AuthenticationSection(schemes: schemes, components: page.components).html)\
            \(groups.html { group($0, page) })\
            \(webhookSection(webhooks, page))\
            \(schemaSection(page))\
            <footer>Made by Concord from the API's OpenAPI document.</footer>
            </main>
            </body>
            </html>

            """
    }

    private func group(_ group: OperationGroup, _ page: PageContext) -> HTML {
        section(
            group.anchor, title: group.title, description: group.description,
            group.operations.html { OperationSection(entry: $0, page: page).html })
    }

    private func webhookSection(_ webhooks: [OperationEntry], _ page: PageContext) -> HTML {
        guard !webhooks.isEmpty else { return .empty }
        return section(
            Anchor("", "webhooks"), title: "Webhooks", description: "Requests that the server sends.",
            webhooks.html { OperationSection(entry: $0, page: page).html })
    }

    private func schemaSection(_ page: PageContext) -> HTML {
        guard !page.components.schemas.isEmpty else { return .empty }
        return section(
            Anchor("", "schemas"), title: "Schemas", description: nil,
            page.components.schemas.html { SchemaSection(name: $0.name, schema: $0.value).html })
    }

    private func section(_ anchor: Anchor, title: String, description: String?, _ content: HTML) -> HTML {
        """
        <section class="group" id="\(anchor)" aria-label="\(title)">
        <h2>\(title)</h2>
        \(Prose(description, headingLevel: 3).html)
        \(content)</section>

        """
    }
}
