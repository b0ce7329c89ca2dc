import ConcordDiagnostics
import ConcordYAML

/// The result of reading a document.
public struct DocumentReading: Sendable {
    /// The document, or `nil` if the text isn't a document of a known version. The valid parts of a document with
    /// errors can be used.
    public var document: Document?
    /// The diagnostics, in the order of their positions.
    public var diagnostics: [Diagnostic]
}

extension DocumentReading {
    /// The result with a bundled document.
    fileprivate var whole: DocumentReading {
        guard let document, !document.links.isBundled else { return self }
        let bundling = document.bundled()
        return DocumentReading(
            document: bundling.document ?? document,
            diagnostics: (diagnostics + bundling.diagnostics).sortedByPosition())
    }
}

/// The options and limits for reading a document.
public struct DocumentReadingOptions: Sendable {
    /// The limits for each file.
    public var limits = ReadingLimits.standard
    /// The maximum number of files.
    public var maximumFileCount = 10_000
    /// Whether references can point to files outside the folder of the document.
    public var allowsFilesOutsideFolder = false
    /// The closure that fetches the content of a URL, or `nil` to reject references to URLs.
    public var fetch: (@Sendable (_ url: String) throws -> [UInt8])?

    /// Creates options that allow neither files outside the folder nor URLs.
    public init() {}
}

extension DocumentReading {
    /// Whether everything that the document refers to was read and resolved. Otherwise, the document has missing parts.
    public var isComplete: Bool { diagnostics.allSatisfy { !Self.incompleteness.contains($0.code) } }

    /// Whether all files that the document refers to were read.
    public var hasAllFiles: Bool {
        diagnostics.allSatisfy { $0.code == "unresolved-reference" || !Self.incompleteness.contains($0.code) }
    }

    private static let incompleteness: Set<String> = [
        "no-such-file", "unreadable-file", "outside-folder", "no-folder", "too-many-files", "text-too-long",
        "too-many-nodes", "not-bundled", "unresolved-reference",
    ]
}

extension Document {
    /// Reads the document at a path with all its files, and bundles them. Nodes keep their original positions. All
    /// commands read documents with this method.
    public static func readWhole(path: String, options: DocumentReadingOptions = .init()) -> DocumentReading {
        read(path: path, options: options).whole
    }

    /// Reads and bundles a document from bytes. References to files are rejected, because the bytes have no folder.
    public static func readWhole(
        _ bytes: [UInt8], file: String = "-", options: DocumentReadingOptions = .init()
    ) -> DocumentReading {
        read(bytes, file: file, options: options).whole
    }

    /// Reads the document at a path, with the files in its folder that it refers to, and reports values of the wrong
    /// kind and invalid references.
    public static func read(path: String, options: DocumentReadingOptions = .init()) -> DocumentReading {
        let folder = SourceFolder(ofFile: path, options: options)
        switch folder.read(folder.fileName) {
        case .failure(let problem):
            let diagnostic = Diagnostic(.error, problem.code, problem.message, at: nil, help: problem.help)
            return DocumentReading(document: nil, diagnostics: [diagnostic])
        case .success(let bytes):
            return DocumentReader(folder: folder, options: options).read(bytes, name: path)
        }
    }

    /// Reads a document from bytes. References to files are rejected, because the bytes have no folder.
    public static func read(
        _ bytes: [UInt8], file: String = "-", options: DocumentReadingOptions = .init()
    ) -> DocumentReading {
        DocumentReader(folder: nil, options: options).read(bytes, name: file)
    }
}

/// Reads the file of a document and the files that it refers to.
struct DocumentReader {
    let folder: SourceFolder?
    let options: DocumentReadingOptions

    func read(_ bytes: [UInt8], name: String) -> DocumentReading {
        let reading = NodeReader(file: name, limits: options.limits).read(bytes)
        guard let node = reading.node else {
            return DocumentReading(document: nil, diagnostics: reading.diagnostics)
        }
        var document = Document(node, files: SourceFiles([name]))
        // Bytes have no path that a reference could name.
        document.links.ownPath = folder?.fileName ?? ""
        if node["openapi"] == nil, node["swagger"].flatMap(\.text) == OpenAPIVersion.v2_0.rawValue {
            return readSwagger(document, reading.diagnostics)
        }
        let (isReadable, versionProblem) = checkVersion(document)
        guard isReadable else {
            return DocumentReading(
                document: nil, diagnostics: reading.diagnostics + [versionProblem].compactMap(\.self))
        }
        var loader = LinkLoader(document, folder: folder, options: options)
        loader.load()
        let diagnostics = reading.diagnostics + [versionProblem].compactMap(\.self) + loader.diagnostics
        return DocumentReading(document: loader.document, diagnostics: diagnostics.sortedByPosition())
    }

    /// Continues with the Swagger document after bundling it and converting it to OpenAPI 3.0.
    private func readSwagger(_ document: Document, _ diagnostics: [Diagnostic]) -> DocumentReading {
        var (document, diagnostics) = (document, diagnostics)
        let isSplit = document.node.refersToFiles
        if isSplit {
            var loader = LinkLoader(document, as: SwaggerDocument.self, folder: folder, options: options)
            loader.load()
            var bundler = Bundler(loader.document)
            document = bundler.bundle()
            // Values of the wrong kind and references inside the document are reported below.
            let later = ["wrong-kind", "unresolved-reference"]
            diagnostics += loader.diagnostics.filter { !later.contains($0.code) } + bundler.diagnostics
        }
        var conversion = SwaggerConversion(document.node, files: document.files)
        document.node = conversion.converted()
        document.links.isSwagger = true
        var loader = LinkLoader(document, folder: isSplit ? nil : folder, options: options)
        loader.load()
        // Values of the wrong kind in 2.0 have the wrong kind in 3.0, too.
        let told = Set(conversion.diagnostics.map(\.position))
        let others = loader.diagnostics.filter {
            ($0.code != "wrong-kind" || !told.contains($0.position)) && ($0.code != "no-folder" || !isSplit)
        }
        return DocumentReading(
            document: loader.document, diagnostics: (diagnostics + conversion.diagnostics + others).sortedByPosition())
    }

    private func checkVersion(_ document: Document) -> (isReadable: Bool, problem: Diagnostic?) {
        let node = document.node
        func problem(_ severity: Diagnostic.Severity, _ code: String, _ message: String, at place: Node, help: String?)
            -> Diagnostic
        {
            Diagnostic(severity, code, message, at: document.files.sourcePosition(of: place), help: help)
        }
        guard let mapping = node.mapping else {
            return (
                false,
                problem(
                    .error, "not-openapi", "the file contains \(node.kind.rawValue), not an OpenAPI document", at: node,
                    help: "an OpenAPI document starts with 'openapi: 3.1.0'")
            )
        }
        if let swagger = mapping["swagger"], mapping["openapi"] == nil {
            return (
                false,
                problem(
                    .error, "unknown-version",
                    "'swagger' must be '2.0', the only supported version of Swagger",
                    at: swagger, help: nil)
            )
        }
        guard let stated = mapping["openapi"] else {
            return (
                false,
                problem(
                    .error, "not-openapi", "the file is not an OpenAPI document: it has no key 'openapi'",
                    at: node, help: "an OpenAPI document starts with 'openapi: 3.1.0'")
            )
        }
        guard let text = document.versionText, text.hasPrefix("3.") else {
            return (
                false,
                problem(
                    .error, "unknown-version", "'openapi' must be a version such as 3.0.4, 3.1.2 or 3.2.0",
                    at: stated,
                    help: nil)
            )
        }
        guard OpenAPIVersion(text: text) != nil else {
            return (
                true,
                problem(
                    .warning, "unknown-version", "unknown version '\(text)'; the document is read as 3.2",
                    at: stated,
                    help: nil)
            )
        }
        return (true, nil)
    }
}

extension Node {
    /// Whether a reference in the node points to a file, including the document's own.
    fileprivate var refersToFiles: Bool {
        switch value {
        case .sequence(let nodes): return nodes.contains(where: \.refersToFiles)
        case .mapping(let mapping):
            if let text = mapping["$ref"]?.string, !text.hasPrefix("#") { return true }
            return mapping.entries.contains(where: \.value.refersToFiles)
        default: return false
        }
    }

    /// The version, which may be a number.
    fileprivate var text: String? { string ?? number }
}
