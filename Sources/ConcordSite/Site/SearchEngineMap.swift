/// `sitemap.xml`: the URLs of all pages, for search engines.
struct SearchEngineMap {
    private let site: SiteContent

    init(_ site: SiteContent) {
        self.site = site
    }

    var text: String {
        let entries = site.map.pages.compactMap { page in
            site.address(ofPage: page.path).map { "<url><loc>\(HTML(text: $0).source)</loc></url>\n" }
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            \(entries.joined())</urlset>

            """
    }
}
