/// The page that a host shows for an address without a page. It can be shown at any address, so its links are complete
/// if the site's address is known, and start at the host's root otherwise.
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
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(site.assets.inlinePolicy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>Page not found · \(site.title)</title>
            \(site.assets.inlineStyle)
            </head>
            <body class="not-found">
            <main id="content"><h1>Page not found</h1>
            <p>No page has this address. <a href="\(home)">\(site.title)</a></p></main>
            </body>
            </html>

            """
    }
}
