import ConcordDiagnostics
import ConcordMapping
import ConcordOpenAPI
import ConcordYAML

/// Writes the OpenAPI document of an app's Swift declarations.
public struct GenerateSchema: Sendable {
    /// What the document says instead of what the code says; each absent where the code has the word.
    public struct Overrides: Sendable {
        /// The API's title.
        public var title: String?
        /// The API's version.
        public var version: String?
        /// The API's description.
        public var description: String?
        /// The URL of the only server.
        public var url: String?

        /// Leaves everything to the code but what is given.
        public init(title: String? = nil, version: String? = nil, description: String? = nil, url: String? = nil) {
            self.title = title
            self.version = version
            self.description = description
            self.url = url
        }
    }

    /// Folders and files of Swift; where there are none, the targets of the nearest package.
    public var sources: [String]
    /// Where the document goes; `-` is standard output.
    public var file: String
    /// Absent where the file's name says it.
    public var format: DocumentFormat?
    /// The version of OpenAPI (`3.1`, `3.1.1`), if not what the code says.
    public var openAPI: String?
    /// The name of the `@API`, where the code declares several.
    public var api: String?
    /// What the document says instead of what the code says.
    public var overrides: Overrides
    /// What `-D` defines, and so which blocks of `#if` are read.
    public var flags: Set<String>
    /// Whether a warning is a finding, and keeps the document from being written.
    public var failsOnWarning: Bool

    /// Generates the document of the Swift in `sources`.
    public init(
        sources: [String],
        file: String = "-",
        format: DocumentFormat? = nil,
        openAPI: String? = nil,
        api: String? = nil,
        overrides: Overrides = Overrides(),
        flags: Set<String> = [],
        failsOnWarning: Bool = false
    ) {
        self.sources = sources
        self.file = file
        self.format = format
        self.openAPI = openAPI
        self.api = api
        self.overrides = overrides
        self.flags = flags
        self.failsOnWarning = failsOnWarning
    }

    /// Writes the document, unless the code has an error.
    public func run() -> Outcome {
        let swift = SwiftProgram(sources, defining: flags)
        let generated = document(of: swift)
        var outcome = write(generated)
        outcome.remains = [swift, generated.document as any Sendable]
        return outcome
    }

    private func write(_ generated: (document: Document?, diagnostics: [Diagnostic])) -> Outcome {
        guard let document = generated.document else { return Outcome(generated.diagnostics, status: .unusable) }
        if isRefused(generated.diagnostics) { return Outcome(generated.diagnostics, status: .found) }
        let bytes = (format ?? DocumentFormat(ofFile: file)).write(document)
        guard file != "-" else { return Outcome(generated.diagnostics, output: bytes) }
        return Outcome(generated.diagnostics + OutputFile.write(bytes, to: file))
    }

    /// Whether there is a warning and none is wanted.
    func isRefused(_ diagnostics: [Diagnostic]) -> Bool {
        failsOnWarning && diagnostics.contains { $0.severity == .warning }
    }

    /// The document, if the code has no error.
    func document() -> (document: Document?, diagnostics: [Diagnostic]) {
        document(of: SwiftProgram(sources, defining: flags))
    }

    func document(of swift: SwiftProgram) -> (document: Document?, diagnostics: [Diagnostic]) {
        guard swift.isWhole else { return (nil, swift.diagnostics) }
        let target = openAPI.flatMap(OpenAPIVersion.init(text:)).flatMap { $0 == .v2_0 ? nil : $0 }
        let generated = Document.generate(from: swift.program, api: api, version: target == nil ? openAPI : nil)
        var diagnostics = swift.diagnostics + generated.diagnostics
        guard var document = generated.document, !diagnostics.containsError else { return (nil, diagnostics) }
        if let openAPI, let target {
            let conversion = document.converted(to: target)
            document = conversion.document
            document.versionText = openAPI == target.rawValue ? target.latestText : openAPI
            diagnostics += conversion.diagnostics
        }
        overrides.apply(to: &document)
        return (document, diagnostics)
    }
}

extension GenerateSchema.Overrides {
    fileprivate func apply(to document: inout Document) {
        if document.info != nil || title != nil || version != nil || description != nil {
            var info = document.info ?? Info()
            if let title { info.title = title }
            if let version { info.version = version }
            if let description { info.description = description }
            document.info = info.ordered
        }
        if let url {
            var server = Server()
            server.url = url
            document.servers = [server]
        }
    }
}
