import ConcordDiagnostics
import ConcordOpenAPI
import ConcordSite
import Foundation

/// Publishes a document as a static site.
public struct Docs: Sendable {
    /// The document to show; `-` is standard input.
    public var document: String
    /// The output folder for the site.
    public var output: String
    /// The formats of the pages.
    public var formats: Set<SiteFormat> = [.html]
    /// Whether the site is one self-contained page, `index.html` or `index.md`.
    public var isSingleFile = false
    /// The address of the published site, for canonical links and `sitemap.xml`.
    public var url: String?
    /// Whether pages can send requests to the document's servers.
    public var isConsoleEnabled = false
    /// The document of an earlier version, which the change log compares with.
    public var since: String?
    /// A folder of Markdown files. Each file becomes a page.
    public var pages: String?
    /// An image file for the top of each page.
    public var logo: String?
    /// A CSS file that comes after the site's stylesheet.
    public var theme: String?

    /// Publishes the document at a path into a folder.
    public init(document: String, output: String) {
        self.document = document
        self.output = output
    }

    /// Writes the site; pages that have not changed are not touched. A reference to a missing component is an error, and
    /// the site is written without the component.
    public func run() -> Outcome {
        let reading = DocumentFile(reading: document)
        guard let document = reading.document else { return Outcome(reading.diagnostics, status: .unusable) }
        do throws(FileError) {
            let settings = try settings(for: document)
            guard let settings = settings.settings else {
                return Outcome(reading.diagnostics + settings.diagnostics, status: .unusable)
            }
            let problems = OutputFolder(output, isReplacing: true).write(files(document, settings))
            return Outcome(reading.diagnostics + problems, status: problems.isEmpty ? reading.status : .unusable)
        } catch {
            return Outcome(reading.diagnostics + [error.diagnostic], status: .unusable)
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

    /// The settings; nil if the earlier version can't be read.
    private func settings(
        for document: Document
    ) throws(FileError) -> (settings: SiteSettings?, diagnostics: [Diagnostic]) {
        var settings = SiteSettings(url: url, isConsoleEnabled: isConsoleEnabled, formats: formats)
        if let pages { settings.guides = try SiteGuides(reading: pages).guides }
        if let logo { settings.logo = try SiteLogo(reading: logo).logo }
        if let theme {
            settings.theme = String(decoding: try InputFile(reading: theme).contents, as: UTF8.self)
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
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw FileError(folder, .missing)
        }
        for name in names.sorted() where name.hasSuffix(".md") && !name.hasPrefix(".") {
            let text = String(decoding: try InputFile(reading: "\(folder)/\(name)").contents, as: UTF8.self)
            guides.append(Self.guide(text, file: name))
        }
    }

    /// The first line is the title if it is a heading; otherwise the title is the file's name.
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
