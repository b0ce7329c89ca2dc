import ConcordOpenAPI

/// How a site is written, beside what its document states.
public struct SiteSettings: Sendable {
    /// An extra page: a title and Markdown.
    public struct Guide: Hashable, Sendable {
        /// The title in the navigation.
        public var title: String
        /// The text, CommonMark.
        public var markdown: String

        /// Creates an extra page.
        public init(title: String, markdown: String) {
            self.title = title
            self.markdown = markdown
        }
    }

    /// An image that a page shows in place of the title in the navigation.
    public struct Logo: Hashable, Sendable {
        /// The image's media type: `image/svg+xml`, `image/png`, `image/jpeg`, `image/gif` or `image/webp`.
        public var mediaType: String
        /// The image.
        public var contents: [UInt8]

        /// Creates a logo.
        public init(mediaType: String, contents: [UInt8]) {
            self.mediaType = mediaType
            self.contents = contents
        }
    }

    /// The formats of the pages.
    public var formats: Set<SiteFormat>
    /// The address of the published site, for canonical links and the site map; nil leaves both out.
    public var url: String?
    /// Whether pages can send requests to the servers of the document.
    public var isConsoleEnabled: Bool
    /// The extra pages, in order.
    public var guides: [Guide]
    /// The document of an earlier version, which the change log compares with; nil leaves the change log out.
    public var changes: DocumentChanges?
    /// The logo; the document's title stands in its place if it is nil.
    public var logo: Logo?
    /// Declarations of CSS variables and other rules, which come after the site's own.
    public var theme: String?

    /// Creates settings.
    public init(
        url: String? = nil, isConsoleEnabled: Bool = false, guides: [Guide] = [], changes: DocumentChanges? = nil,
        logo: Logo? = nil, theme: String? = nil, formats: Set<SiteFormat> = [.html]
    ) {
        self.formats = formats
        self.url = url
        self.isConsoleEnabled = isConsoleEnabled
        self.guides = guides
        self.changes = changes
        self.logo = logo
        self.theme = theme
    }
}
