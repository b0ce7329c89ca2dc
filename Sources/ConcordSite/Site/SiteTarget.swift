/// A part of the reference that a link can lead to.
enum SiteTarget: Hashable, Sendable {
    case overview
    /// An extra page, by its place among the extra pages.
    case guide(Int)
    case securityScheme(String)
    /// A tag, or another group of operations.
    case group(Anchor)
    case operation(Anchor)
    case schemas
    case schema(String)
    case changes
}

/// Where a target is.
struct SitePlace: Hashable, Sendable {
    /// The file of the page, relative to the site's folder.
    var page: String
    /// The element on the page; the top of the page if it is nil.
    var anchor: Anchor?
}
