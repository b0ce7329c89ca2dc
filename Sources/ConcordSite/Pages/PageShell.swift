import ConcordNames
import ConcordOpenAPI

/// The frame of each page: the head, the top bar, the navigation and the footer.
struct PageShell {
    let page: PageContext
    let title: String
    let description: String?
    let navigation: Navigation
    /// The previous and the next page.
    var neighbours: HTML = .empty

    private var site: SiteContent { page.site }

    func html(_ content: HTML) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="\(site.texts.language)" data-root="\(page.root)" \(console)>
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="\(policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="generator" content="Concord">
        <title>\(title == site.title ? title : "\(title) · \(site.title)")</title>
        \(metadata)\(site.isSinglePage ? site.assets.inlineHead : site.assets.head(page))
        </head>
        <body>
        <a class="skip" href="#content">\(page.text(.skipToContent))</a>
        \(bar)\(navigation.html)<main id="content" tabindex="-1">
        \(content)\(neighbours)<footer>\(page.text(.footer))</footer>
        </main>
        \(site.isSinglePage ? searchData + documentData : .empty)</body>
        </html>

        """
    }

    private var console: HTML {
        let state = site.settings.isConsoleEnabled ? ReferenceConsole.on : ReferenceConsole.off
        return "data-console=\"\(state)\" data-document=\"\(page.root)\(site.documentFile(.json))\""
    }

    private var policy: String {
        site.isSinglePage ? site.assets.inlinePolicy : site.assets.policy
    }

    private var searchData: HTML {
        "<script type=\"application/json\" id=\"search-index\">\(HTML(json: SearchIndex(site).singlePageJSON))</script>\n"
    }

    /// The document for the console, if it can't load the document from a file.
    private var documentData: HTML {
        guard site.settings.isConsoleEnabled, !site.hasDocumentBeside else { return .empty }
        return
            "<script type=\"application/json\" id=\"document\">\(HTML(json: site.document.node.compactJSON))</script>\n"
    }

    private var metadata: HTML {
        let summary = description.map { SearchText($0).summary }.flatMap { $0.isEmpty ? nil : $0 }
        var html: HTML = summary.map { "<meta name=\"description\" content=\"\($0)\">\n" } ?? .empty
        html += "<meta property=\"og:title\" content=\"\(title)\">\n<meta property=\"og:type\" content=\"website\">\n"
        if let summary { html += "<meta property=\"og:description\" content=\"\(summary)\">\n" }
        if site.settings.formats.contains(.markdown), !site.isSinglePage {
            let file = page.link(toFile: SiteFormat.markdown.file(page.path))
            html += "<link rel=\"alternate\" type=\"text/markdown\" href=\"\(file)\">\n"
        }
        if let address = site.address(ofPage: page.path) {
            html += "<link rel=\"canonical\" href=\"\(address)\">\n<meta property=\"og:url\" content=\"\(address)\">\n"
        }
        return html
    }

    private var bar: HTML {
        let label: HTML
        if let logo = site.settings.logo {
            label = "<img class=\"logo\" src=\"\(site.assets.logoAddress(logo, page))\" alt=\"\(site.title)\">"
        } else {
            label = "\(site.title)"
        }
        return """
            <header class="bar">
            <a class="menu" href="#contents">\(page.text(.menu))</a>
            <a class="brand" href="\(page.link(.overview) ?? Hyperlink(file: SiteMap.overviewPage))">\(label)</a>
            <button type="button" class="search-button" data-action="search" hidden>\(page.text(.search)) <kbd>/</kbd></button>
            <button type="button" class="theme-button" data-action="theme" aria-label="\(page.text(.changeTheme))" hidden>\
            <span class="theme-icon"></span></button>
            </header>

            """
    }
}
