import ConcordOpenAPI
import ConcordYAML

/// A file of a site.
public struct SiteFile: Hashable, Sendable {
    /// The path in the site's folder, with `/` between its parts.
    public var path: String
    /// The contents.
    public var contents: [UInt8]

    init(_ path: String, _ contents: [UInt8]) {
        self.path = path
        self.contents = contents
    }

    init(_ path: String, _ text: String) {
        self.init(path, Array(text.utf8))
    }
}

/// A reference site: static pages that show a document to the people who call its API.
///
/// The pages work from any folder, web server or path, and load nothing from other hosts. No text of the document can
/// run as script: it is escaped, links lead to web pages and mail addresses only, and each page has a
/// Content-Security-Policy. Search, the colour theme and the console need JavaScript; everything else works without.
public struct ReferenceSite: Sendable {
    private let site: SiteContent

    /// Creates the site of a document.
    public init(_ document: Document, _ settings: SiteSettings = SiteSettings()) {
        site = SiteContent(document, settings, isSinglePage: false)
    }

    /// The files of the site: a page for each part of the document, the assets, and the document itself.
    public var files: [SiteFile] {
        let formats = site.settings.formats
        return (formats.contains(.html) ? site.map.pages.indices.map(page) + search + assets + hostFiles : [])
            + (formats.contains(.markdown) ? site.map.pages.map(markdown) : []) + machineFiles
    }

    private func markdown(_ stated: SitePage) -> SiteFile {
        let page = PageContext(site, path: stated.path, format: .markdown)
        return SiteFile(
            SiteFormat.markdown.file(stated.path), MarkdownPage(PageContent(stated.kind, page).html, page).text)
    }

    private func page(at index: Int) -> SiteFile {
        let stated = site.map.pages[index]
        let page = PageContext(site, path: stated.path)
        let content = PageContent(stated.kind, page)
        let shell = PageShell(
            page: page, title: content.title, description: content.description,
            navigation: Navigation(page: page, group: content.group, current: content.target),
            neighbours: neighbours(of: index, page))
        return SiteFile(stated.path, shell.html(content.html).source)
    }

    private func neighbours(of index: Int, _ page: PageContext) -> HTML {
        func link(_ other: Int, _ style: HTML, _ label: HTML) -> HTML {
            guard site.map.pages.indices.contains(other) else { return .empty }
            let content = PageContent(site.map.pages[other].kind, page)
            guard let address = page.link(content.target) else { return .empty }
            return
                "<a class=\"\(style)\" rel=\"\(style)\" href=\"\(address)\"><span>\(label)</span> \(content.title)</a>"
        }
        let links = link(index - 1, "prev", "Previous") + link(index + 1, "next", "Next")
        return links.isEmpty ? .empty : "<nav class=\"neighbours\" aria-label=\"Pages\">\(links)</nav>"
    }

    private var search: [SiteFile] { SearchIndex(site).files }
    private var assets: [SiteFile] { site.assets.files(site.document) }

    private var machineFiles: [SiteFile] {
        [
            SiteFile(site.documentFile(.yaml), site.document.node.yaml),
            SiteFile(site.documentFile(.json), site.document.node.json),
            SiteFile("llms.txt", LanguageModelIndex(site).text),
        ]
    }

    private var hostFiles: [SiteFile] {
        var files = [
            SiteFile("404.html", NotFoundPage(site).html.source),
            // Without it GitHub Pages would run Jekyll over the site.
            SiteFile(".nojekyll", ""),
        ]
        if let url = site.settings.url, !url.isEmpty {
            files.append(SiteFile("sitemap.xml", SearchEngineMap(site).text))
        }
        return files
    }
}

extension SiteContent {
    /// The path of the document in the site's folder.
    func documentFile(_ format: DocumentFormat) -> String { "openapi.\(format.rawValue)" }

    /// The address of a page of the published site; nil if the site's address is unknown.
    func address(ofPage page: String) -> String? {
        guard let url = settings.url, !url.isEmpty else { return nil }
        return (url.hasSuffix("/") ? url : url + "/") + (page == SiteMap.overviewPage ? "" : page)
    }
}
