/// The page that a host shows for unknown URLs. It can be shown at any URL, so its links are absolute if the URL of the
/// site is known, and relative to the root of the host otherwise.
struct NotFoundPage {
    private let site: SiteContent

    init(_ site: SiteContent) {
        self.site = site
    }

    var html: HTML {
        let home =
            site.address(ofPage: SiteMap.overviewPage).flatMap(Hyperlink.init(untrusted:)) ?? Hyperlink(file: "/")
        return """
            <!DOCTYPE html>
            <html lang="\(site.texts.language)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(site.assets.inlinePolicy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>\(site.texts[.pageNotFound]) · \(site.title)</title>
            \(site.assets.inlineStyle)
            </head>
            <body class="not-found">
            <main id="content"><h1>\(site.texts[.pageNotFound])</h1>
            <p>\(site.texts[.noPageHasThisAddress]) <a href="\(home)">\(site.title)</a></p></main>
            </body>
            </html>

            """
    }
}
