/// A part of the reference that links can refer to.
enum SiteTarget: Hashable, Sendable {
    case overview
    /// An extra page, by index.
    case guide(Int)
    case securityScheme(String)
    /// A tag, or another group of operations.
    case group(Anchor)
    case operation(Anchor)
    case schemas
    case schema(String)
    case changes
}

/// The location of a target.
struct SitePlace: Hashable, Sendable {
    /// The file of the page, relative to the site's folder.
    var page: String
    /// The element on the page, or `nil` for the top of the page.
    var anchor: Anchor?
}
