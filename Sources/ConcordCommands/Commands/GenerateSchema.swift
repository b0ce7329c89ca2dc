import ConcordDeclarations
import ConcordDiagnostics
import ConcordMapping
import ConcordOpenAPI
import ConcordYAML

/// Generates the OpenAPI document of an app's Swift declarations.
public struct GenerateSchema: Sendable {
    /// Values that replace those in the code. With `nil`, the code's value is used.
    public struct Overrides: Sendable {
        /// The API's title.
        public var title: String?
        /// The API's version.
        public var version: String?
        /// The API's description.
        public var description: String?
        /// The URL of the only server.
        public var url: String?

        /// Creates overrides.
        public init(title: String? = nil, version: String? = nil, description: String? = nil, url: String? = nil) {
            self.title = title
            self.version = version
            self.description = description
            self.url = url
        }
    }

    /// The folders and files with Swift code. If the array is empty, the targets of the nearest package are read.
    public var sources: [String]
    /// The path of the document. `-` is standard output.
    public var file: String
    /// The folder for a document in several files, instead of `file`.
    public var splitFolder: String?
    /// Whether ``splitFolder`` contains one file for each path item or for each tag.
    public var splitGrouping = SplitGrouping.path
    /// The format of the document, or `nil` to infer it from the file's name.
    public var format: DocumentFormat?
    /// The version of OpenAPI (`3.1`, `3.1.1`) if it differs from the one in the code.
    public var openAPI: String?
    /// The name of the `@API` if the code declares several.
    public var api: String?
    /// Values that replace those in the code.
    public var overrides: Overrides
    /// The flags that `-D` defines, which determine the active blocks of `#if`.
    public var flags: Set<String>
    /// Whether a warning makes the command fail, so that the document isn't written.
    public var failsOnWarning: Bool

    /// Creates a command that generates the document of Swift code.
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
        if let splitFolder {
            let problems = SplitFolder(path: splitFolder, format: format ?? .yaml, grouping: splitGrouping).write(
                document)
            return Outcome(generated.diagnostics + problems)
        }
        let bytes = (format ?? DocumentFormat(ofFile: file)).write(document)
        guard file != "-" else { return Outcome(generated.diagnostics, output: bytes) }
        return Outcome(generated.diagnostics + OutputFile.write(bytes, to: file))
    }

    /// Returns whether warnings make the command fail and there is one.
    func isRefused(_ diagnostics: [Diagnostic]) -> Bool {
        failsOnWarning && diagnostics.contains { $0.severity == .warning }
    }

    /// Returns the document, or `nil` if the code has an error.
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
        diagnostics += laterFields(of: document, swift.program)
        overrides.apply(to: &document)
        return (document, diagnostics)
    }

    /// Reports what belongs to a later version of OpenAPI than the document's, at the declaration.
    private func laterFields(of document: Document, _ program: Program) -> [Diagnostic] {
        let later = document.laterFields
        guard !later.isEmpty else { return [] }
        let places = CodePlaces(program, document)
        return later.map {
            Diagnostic(
                .warning, "field-of-another-version", $0.message, at: places.position(of: $0.pointer),
                help: "write '.openapi(\"\($0.version.latestText)\")' in '@API', or remove it")
        }
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
