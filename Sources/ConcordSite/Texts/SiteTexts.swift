import ConcordDiagnostics
import ConcordYAML

/// The texts of a site in one language.
public struct SiteTexts: Hashable, Sendable {
    /// The language, as an HTML language tag: `en`, `de`, `pt-BR`.
    public private(set) var language: String
    private var texts: [SiteText: String]

    /// The English texts.
    public static let english = SiteTexts(language: "en", texts: [:])

    private init(language: String, texts: [SiteText: String]) {
        self.language = language
        self.texts = texts
    }

    /// The text with its placeholders.
    subscript(text: SiteText) -> String { texts[text] ?? text.rawValue }

    /// Returns a text with values for its placeholders.
    func html(_ text: SiteText, _ values: KeyValuePairs<String, HTML> = [:]) -> HTML {
        guard !values.isEmpty else { return HTML(text: self[text]) }
        var rest = self[text][...]
        var html: HTML = .empty
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            html += HTML(text: String(rest[..<open]))
            html += values.first { $0.key == name }?.value ?? HTML(text: String(rest[open...close]))
            rest = rest[rest.index(after: close)...]
        }
        return html + HTML(text: String(rest))
    }

    // MARK: Files

    private static let languageName = "language"

    /// The names and texts as YAML, as a starting point for a translation.
    public var yaml: String {
        let entries = SiteText.allCases.map { ($0.name, Node.string(self[$0])) }
        return Node.mapping(Mapping([(Self.languageName, .string(language))] + entries)).yaml
    }

    /// Reads texts from YAML or JSON. A text that is missing in the file is in English.
    ///
    /// - Parameters:
    ///   - bytes: The contents of the file: an object that maps names to texts.
    ///   - file: The path for diagnostics.
    /// - Returns: The texts, and the diagnostics for the file.
    public static func read(_ bytes: [UInt8], file: String) -> (texts: SiteTexts, diagnostics: [Diagnostic]) {
        let reading = NodeReader(file: file).read(bytes)
        var reader = SiteTextsReader(files: SourceFiles([file]))
        guard let node = reading.node else { return (.english, reading.diagnostics) }
        guard let mapping = node.mapping else {
            reader.report("a file of texts must be an object of names and texts", at: node.position)
            return (.english, reading.diagnostics + reader.diagnostics)
        }
        for entry in mapping.entries { reader.read(entry) }
        let texts = SiteTexts(language: reader.language ?? english.language, texts: reader.texts)
        return (texts, reading.diagnostics + reader.diagnostics)
    }

    /// Reads the entries of a file.
    private struct SiteTextsReader {
        let files: SourceFiles
        var language: String?
        var texts: [SiteText: String] = [:]
        var diagnostics: [Diagnostic] = []

        private static let named = Dictionary(uniqueKeysWithValues: SiteText.allCases.map { ($0.name, $0) })

        mutating func report(_ message: String, at position: Position, help: String? = nil) {
            diagnostics.append(
                Diagnostic(.error, "site-text", message, at: files.sourcePosition(of: position), help: help))
        }

        mutating func read(_ entry: Mapping.Entry) {
            guard let text = entry.value.string else {
                return report("'\(entry.key)' must be a string", at: entry.value.position)
            }
            if entry.key == SiteTexts.languageName {
                language = text
                return
            }
            guard let name = Self.named[entry.key] else {
                let nearest = (SiteText.allCases.map(\.name) + [SiteTexts.languageName]).nearest(to: entry.key)
                return report(
                    "no text named '\(entry.key)'", at: entry.keyPosition,
                    help: nearest.map { "did you mean '\($0)'?" } ?? "'concord docs --print-texts' prints all names")
            }
            for value in SiteText.values(in: text) where !name.values.contains(value) {
                let known = name.values.map { "{\($0)}" }.joined(separator: ", ")
                report(
                    "'\(entry.key)' has no value named '{\(value)}'", at: entry.value.position,
                    help: known.isEmpty ? "remove it" : "use \(known)")
            }
            texts[name] = text
        }
    }
}
