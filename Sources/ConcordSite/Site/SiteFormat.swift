/// A format of the pages of a site.
public enum SiteFormat: String, Hashable, Sendable, CaseIterable {
    /// Pages for browsers.
    case html
    /// CommonMark with tables, for wikis and language models.
    case markdown

    /// Returns the file of a page in this format.
    func file(_ page: String) -> String {
        switch self {
        case .html: page
        case .markdown: page.hasSuffix(".html") ? page.dropLast(5) + ".md" : page
        }
    }
}
