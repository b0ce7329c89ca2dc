import ConcordOpenAPI

/// The settings of a reference site.
public struct SiteSettings: Sendable {
    /// An extra page: a title and Markdown.
    public struct Guide: Hashable, Sendable {
        /// The title in the navigation.
        public var title: String
        /// The text in CommonMark.
        public var markdown: String

        /// Creates an extra page.
        public init(title: String, markdown: String) {
            self.title = title
            self.markdown = markdown
        }
    }

    /// An image that replaces the title in the navigation.
    public struct Logo: Hashable, Sendable {
        /// The media type of the image: `image/svg+xml`, `image/png`, `image/jpeg`, `image/gif` or `image/webp`.
        public var mediaType: String
        /// The bytes of the image.
        public var contents: [UInt8]

        /// Creates a logo.
        public init(mediaType: String, contents: [UInt8]) {
            self.mediaType = mediaType
            self.contents = contents
        }
    }

    /// The texts of the site itself, in the language of its readers.
    public var texts = SiteTexts.english
    /// Whether pages reload when the preview server reports a change.
    public var isPreview = false
    /// The formats of the pages.
    public var formats: Set<SiteFormat>
    /// The URL of the published site, for canonical links and the site map, or `nil` to omit both.
    public var url: String?
    /// Whether pages can send requests to the servers of the document.
    public var isConsoleEnabled: Bool
    /// The extra pages, in order.
    public var guides: [Guide]
    /// The changes since an earlier version for the change log, or `nil` to omit the change log.
    public var changes: DocumentChanges?
    /// The logo, or `nil` to show the title of the document.
    public var logo: Logo?
    /// Additional CSS, which follows the stylesheet of the site.
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
