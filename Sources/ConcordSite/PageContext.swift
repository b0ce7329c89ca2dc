import ConcordOpenAPI

/// The context of the current page.
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

    /// The default security requirements of operations.
    var security: [SecurityRequirement]? { site.document.security }

    /// Returns a text of the site with its values.
    func text(_ text: SiteText, _ values: KeyValuePairs<String, HTML> = [:]) -> HTML { site.texts.html(text, values) }

    /// Returns texts joined in pairs by a text with the values `first` and `second`.
    func joined(_ parts: [HTML], by text: SiteText) -> HTML {
        guard let first = parts.first else { return .empty }
        return parts.dropFirst().reduce(first) { self.text(text, ["first": $0, "second": $1]) }
    }

    /// Returns a link from this page, or `nil` if the document has no such part.
    func link(_ target: SiteTarget) -> Hyperlink? {
        guard let place = site.map[target] else { return nil }
        if place.page == path {
            return place.anchor.map(Hyperlink.init) ?? Hyperlink(file: format.file(Self.name(of: path)))
        }
        return Hyperlink(file: root + format.file(place.page), anchor: place.anchor)
    }

    /// Returns a link from this page to a file of the site.
    func link(toFile file: String) -> Hyperlink { Hyperlink(file: root + file) }

    /// Returns a unique identifier for an element of the page.
    func uniqueIdentifier(_ kind: String) -> String { "\(kind)-\(counter.next())" }

    /// The relative path from this page to the folder of the site: empty, or `../`.
    var root: String { String(repeating: "../", count: path.count { $0 == "/" }) }

    private static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

/// Counts the elements of a page that need a unique identifier.
private final class PageCounter {
    private var count = 0

    func next() -> Int {
        count += 1
        return count
    }
}
