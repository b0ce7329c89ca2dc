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

/// A reference site: static pages that document an API for its clients.
///
/// The pages work in any folder and on any web server, and load nothing from other hosts. Text of the document can't
/// run as a script: it is escaped, links can open only web pages and email addresses, and each page has a
/// Content-Security-Policy. Search, the color theme and the console require JavaScript. Everything else works without
/// it.
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
        let links = link(index - 1, "prev", page.text(.previous)) + link(index + 1, "next", page.text(.next))
        return links.isEmpty ? .empty : "<nav class=\"neighbours\" aria-label=\"\(page.text(.pages))\">\(links)</nav>"
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
            // Without this file, GitHub Pages would process the site with Jekyll.
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

    /// Returns the URL of a page of the published site, or `nil` if the URL of the site is unknown.
    func address(ofPage page: String) -> String? {
        guard let url = settings.url, !url.isEmpty else { return nil }
        return (url.hasSuffix("/") ? url : url + "/") + (page == SiteMap.overviewPage ? "" : page)
    }
}
