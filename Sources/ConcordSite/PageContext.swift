import ConcordOpenAPI

/// The page that is being written.
struct PageContext {
    let site: SiteContent
    /// The page's path in the site's map.
    let path: String
    let format: SiteFormat
    private let counter = PageCounter()

    init(_ site: SiteContent, path: String = SiteMap.overviewPage, format: SiteFormat = .html) {
        self.site = site
        self.path = path
        self.format = format
    }

    var components: ComponentIndex { site.components }

    /// The security requirements of operations that state none.
    var security: [SecurityRequirement]? { site.document.security }

    /// Returns a link from this page; nil if the document has no such part.
    func link(_ target: SiteTarget) -> Hyperlink? {
        guard let place = site.map[target] else { return nil }
        if place.page == path {
            return place.anchor.map(Hyperlink.init) ?? Hyperlink(file: format.file(Self.name(of: path)))
        }
        return Hyperlink(file: root + format.file(place.page), anchor: place.anchor)
    }

    /// Returns a link from this page to a file of the site.
    func link(toFile file: String) -> Hyperlink { Hyperlink(file: root + file) }

    /// Returns an identifier that no other element of the page has.
    func uniqueIdentifier(_ kind: String) -> String { "\(kind)-\(counter.next())" }

    /// The site's folder as seen from this page: empty, or `../`.
    var root: String { String(repeating: "../", count: path.count { $0 == "/" }) }

    private static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

/// Counts the elements of a page that need an identifier of their own.
private final class PageCounter {
    private var count = 0

    func next() -> Int {
        count += 1
        return count
    }
}
