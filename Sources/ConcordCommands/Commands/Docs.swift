import ConcordDiagnostics
import ConcordOpenAPI
import ConcordSite
import Foundation

/// Publishes a document as a static site.
public struct Docs: Sendable {
    /// The path of the document. `-` is standard input.
    public var document: String
    /// The output folder for the site.
    public var output: String
    /// The formats of the pages.
    public var formats: Set<SiteFormat> = [.html]
    /// Whether the site is one self-contained page, `index.html` or `index.md`.
    public var isSingleFile = false
    /// The URL of the published site, for canonical links and `sitemap.xml`.
    public var url: String?
    /// Whether pages can send requests to the document's servers.
    public var isConsoleEnabled = false
    /// The document of an earlier version, with which the change log compares the document.
    public var since: String?
    /// A folder of Markdown files. Each file becomes a page.
    public var pages: String?
    /// An image file for the top of each page.
    public var logo: String?
    /// A CSS file that is added after the site's stylesheet.
    public var theme: String?
    /// A file with the texts of the site in another language.
    public var texts: String?
    /// Whether the pages reload when the document changes.
    var isPreview = false

    /// The files of a site, and their sources.
    struct Made {
        /// The files, or `nil` if the input can't be used.
        var files: [OutputFile]?
        var outcome: Outcome
        /// The files and folders that were read, or would have been read if they existed.
        var sources: Set<String>
    }

    /// Creates a command that publishes a document to a folder.
    public init(document: String, output: String) {
        self.document = document
        self.output = output
    }

    /// Writes the site. Unchanged pages are not written. A reference to a missing component is an error, and the site
    /// is written without the component.
    public func run() -> Outcome {
        let made = made()
        guard let files = made.files else { return made.outcome }
        let problems = OutputFolder(output, isReplacing: true).write(files)
        return Outcome(
            made.outcome.diagnostics + problems, status: problems.isEmpty ? made.outcome.status : .unusable)
    }

    /// Creates the site.
    ///
    /// - Parameter previous: The sources of an earlier site, which are also sources of this one if the document can't
    ///   be read.
    func made(previous: Set<String> = []) -> Made {
        let reading = DocumentFile(reading: document)
        var sources = Set([document] + [pages, logo, theme, texts, since].compactMap { $0 })
        sources.formUnion(reading.document?.files.names ?? Array(previous))
        sources.formUnion(reading.diagnostics.compactMap(\.position?.file))
        // A file that is missing may appear in one of the folders.
        if reading.status == .unusable { sources.formUnion(sources.map(\.folder)) }
        if let pages { sources.formUnion(SiteGuides.files(in: pages)) }
        guard let document = reading.document else {
            return Made(outcome: Outcome(reading.diagnostics, status: .unusable), sources: sources)
        }
        do throws(FileError) {
            let settings = try settings(for: document)
            let diagnostics = reading.diagnostics + settings.diagnostics
            guard let settings = settings.settings else {
                return Made(outcome: Outcome(diagnostics, status: .unusable), sources: sources)
            }
            return Made(
                files: files(document, settings), outcome: Outcome(diagnostics, status: reading.status),
                sources: sources)
        } catch {
            return Made(outcome: Outcome(reading.diagnostics + [error.diagnostic], status: .unusable), sources: sources)
        }
    }

    private func files(_ document: Document, _ settings: SiteSettings) -> [OutputFile] {
        isSingleFile
            ? singleFile(document, settings)
            : ReferenceSite(document, settings).files.map { OutputFile(path: $0.path, contents: $0.contents) }
    }

    private func singleFile(_ document: Document, _ settings: SiteSettings) -> [OutputFile] {
        let page = ReferencePage(document, settings)
        return SiteFormat.allCases.filter(formats.contains).map { format in
            switch format {
            case .html: OutputFile(path: "index.html", contents: page.html)
            case .markdown: OutputFile(path: "index.md", contents: page.markdown)
            }
        }
    }

    /// Returns the settings, or `nil` if the earlier version or the texts can't be used.
    private func settings(
        for document: Document
    ) throws(FileError) -> (settings: SiteSettings?, diagnostics: [Diagnostic]) {
        var settings = SiteSettings(url: url, isConsoleEnabled: isConsoleEnabled, formats: formats)
        if let pages { settings.guides = try SiteGuides(reading: pages).guides }
        if let logo { settings.logo = try SiteLogo(reading: logo).logo }
        if let theme {
            settings.theme = String(decoding: try InputFile(reading: theme).contents, as: UTF8.self)
        }
        settings.isPreview = isPreview
        if let texts {
            let read = SiteTexts.read(try InputFile(reading: texts).contents, file: texts)
            guard !read.diagnostics.containsError else { return (nil, read.diagnostics) }
            settings.texts = read.texts
        }
        guard let since else { return (settings, []) }
        let earlier = DocumentFile(reading: since)
        guard let old = earlier.document else { return (nil, earlier.diagnostics) }
        settings.changes = DocumentChanges(
            from: old, to: document, today: String(Date.now.ISO8601Format().prefix(10)))
        return (settings, [])
    }
}

/// The Markdown files of a folder, in alphabetical order.
private struct SiteGuides {
    private(set) var guides: [SiteSettings.Guide] = []

    init(reading folder: String) throws(FileError) {
        guard let names = Self.names(in: folder) else { throw FileError(folder, .missing) }
        for name in names {
            let text = String(decoding: try InputFile(reading: "\(folder)/\(name)").contents, as: UTF8.self)
            guides.append(Self.guide(text, file: name))
        }
    }

    private static func names(in folder: String) -> [String]? {
        try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasSuffix(".md") && !$0.hasPrefix(".") }
    }

    /// Returns the paths of the files in a folder.
    static func files(in folder: String) -> [String] { (names(in: folder) ?? []).map { "\(folder)/\($0)" } }

    /// Returns a page. If the first line is a heading, it is the title. Otherwise, the title is the file's name.
    private static func guide(_ text: String, file: String) -> SiteSettings.Guide {
        let line = text.prefix { !$0.isNewline }
        if line.hasPrefix("# ") {
            return SiteSettings.Guide(
                title: line.dropFirst(2).trimmingCharacters(in: .whitespaces),
                markdown: String(text.dropFirst(line.count)))
        }
        return SiteSettings.Guide(title: String(file.dropLast(3)).replacing("-", with: " "), markdown: text)
    }
}

/// An image file for the top of each page.
private struct SiteLogo {
    let logo: SiteSettings.Logo

    private static let mediaTypes = [
        "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
        "webp": "image/webp",
    ]

    init(reading path: String) throws(FileError) {
        let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard let mediaType = Self.mediaTypes[ending] else { throw FileError(path, .notAnImage) }
        logo = SiteSettings.Logo(mediaType: mediaType, contents: try InputFile(reading: path).contents)
    }
}
