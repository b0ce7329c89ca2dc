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

    /// Folders and files of Swift; where there are none, `Sources/` under the nearest Package.swift.
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

    /// Generates the document of the Swift in `sources`.
    public init(
        sources: [String],
        file: String = "-",
        format: DocumentFormat? = nil,
        openAPI: String? = nil,
        api: String? = nil,
        overrides: Overrides = Overrides()
    ) {
        self.sources = sources
        self.file = file
        self.format = format
        self.openAPI = openAPI
        self.api = api
        self.overrides = overrides
    }

    /// Writes the document, unless the code has an error.
    public func run() -> Outcome {
        let generated = document()
        guard let document = generated.document else { return Outcome(generated.diagnostics, status: .unusable) }
        let bytes = (format ?? DocumentFormat(ofFile: file)).write(document)
        guard file != "-" else { return Outcome(generated.diagnostics, output: bytes) }
        return Outcome(generated.diagnostics + OutputFile.write(bytes, to: file))
    }

    /// The document, if the code has no error.
    func document() -> (document: Document?, diagnostics: [Diagnostic]) {
        document(of: SwiftProgram(sources))
    }

    func document(of swift: SwiftProgram) -> (document: Document?, diagnostics: [Diagnostic]) {
        guard !swift.diagnostics.containsError else { return (nil, swift.diagnostics) }
        let generated = Document.generate(from: swift.program, api: api, version: openAPI)
        let diagnostics = swift.diagnostics + generated.diagnostics
        guard var document = generated.document, !diagnostics.containsError else { return (nil, diagnostics) }
        overrides.apply(to: &document)
        return (document, diagnostics)
    }
}

extension GenerateSchema.Overrides {
    fileprivate func apply(to document: inout Document) {
        var info = document.info ?? Info()
        if let title { info.title = title }
        if let version { info.version = version }
        if let description { info.description = description }
        document.info = info.ordered
        if let url {
            var server = Server()
            server.url = url
            document.servers = [server]
        }
    }
}
