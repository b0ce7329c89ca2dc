import ConcordDiagnostics
import ConcordYAML

/// What came of reading a document.
public struct DocumentReading: Sendable {
    /// The document; nil when the text is none, or of no version that is known. A document with errors in one corner is
    /// here: what is sound in it can be used.
    public var document: Document?
    /// Every problem that was found, in the order of the places.
    public var diagnostics: [Diagnostic]
}

extension DocumentReading {
    /// The same with the document as one that refers to no other file.
    fileprivate var whole: DocumentReading {
        guard let document, !document.links.files.isEmpty else { return self }
        let bundling = document.bundled()
        return DocumentReading(
            document: bundling.document ?? document,
            diagnostics: (diagnostics + bundling.diagnostics).sortedByPosition())
    }
}

/// How far a document may reach, and how much it may ask for.
public struct DocumentReadingOptions: Sendable {
    /// How much each file may ask for.
    public var limits = ReadingLimits.standard
    /// How many files references may lead to.
    public var maximumFileCount = 10_000
    /// Whether references may lead to files outside the folder of the document.
    public var allowsFilesOutsideFolder = false
    /// Fetches what a URL names; nil refuses references to URLs.
    public var fetch: (@Sendable (_ url: String) throws -> [UInt8])?

    /// Nothing outside the folder, no URL.
    public init() {}
}

extension DocumentReading {
    /// Whether everything was read and followed that the document refers to. Where it wasn't, nothing can be said about
    /// what is missing.
    public var isComplete: Bool { diagnostics.allSatisfy { !Self.incompleteness.contains($0.code) } }

    /// Whether every file was read that the document refers to.
    public var hasAllFiles: Bool {
        diagnostics.allSatisfy { $0.code == "unresolved-reference" || !Self.incompleteness.contains($0.code) }
    }

    private static let incompleteness: Set<String> = [
        "no-such-file", "unreadable-file", "outside-folder", "no-folder", "too-many-files", "text-too-long",
        "too-many-nodes", "not-bundled", "unresolved-reference",
    ]
}

extension Document {
    /// Reads the document at a path and all its files as one document, whose nodes keep the places they were read at.
    /// This is how every command reads.
    public static func readWhole(path: String, options: DocumentReadingOptions = .init()) -> DocumentReading {
        read(path: path, options: options).whole
    }

    /// Reads a document from bytes. References to files are refused, since the bytes have no folder.
    public static func readWhole(
        _ bytes: [UInt8], file: String = "-", options: DocumentReadingOptions = .init()
    ) -> DocumentReading {
        read(bytes, file: file, options: options).whole
    }

    /// Reads the document at a path, with the files of its folder that its references lead to, and reports what is
    /// wrong with their shape and their references.
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

    /// Reads a document from bytes. References to files are refused, since the bytes have no folder.
    public static func read(
        _ bytes: [UInt8], file: String = "-", options: DocumentReadingOptions = .init()
    ) -> DocumentReading {
        DocumentReader(folder: nil, options: options).read(bytes, name: file)
    }
}

/// Reads the file of a document and those that its references lead to.
struct DocumentReader {
    let folder: SourceFolder?
    let options: DocumentReadingOptions

    func read(_ bytes: [UInt8], name: String) -> DocumentReading {
        let reading = NodeReader(file: name, limits: options.limits).read(bytes)
        guard let node = reading.node else {
            return DocumentReading(document: nil, diagnostics: reading.diagnostics)
        }
        var document = Document(node, files: SourceFiles([name]))
        // Bytes have no path by which a reference could mean them.
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

    /// Goes on with what the document says in OpenAPI 3.0, once it is one document.
    private func readSwagger(_ document: Document, _ diagnostics: [Diagnostic]) -> DocumentReading {
        var (document, diagnostics) = (document, diagnostics)
        let isSplit = document.node.refersToFiles
        if isSplit {
            var loader = LinkLoader(document, as: SwaggerDocument.self, folder: folder, options: options)
            loader.load()
            var bundler = Bundler(loader.document)
            document = bundler.bundle()
            // Values of the wrong kind and references inside the document are found below.
            let later = ["wrong-kind", "unresolved-reference"]
            diagnostics += loader.diagnostics.filter { !later.contains($0.code) } + bundler.diagnostics
        }
        var conversion = SwaggerConversion(document.node, files: document.files)
        document.node = conversion.converted()
        document.links.isSwagger = true
        var loader = LinkLoader(document, folder: isSplit ? nil : folder, options: options)
        loader.load()
        // What is of the wrong kind in 2.0's terms is so in 3.0's, too.
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
                    .error, "not-openapi", "the file holds \(node.kind.rawValue), not an OpenAPI document", at: node,
                    help: "an OpenAPI document opens with 'openapi: 3.1.0'")
            )
        }
        if let swagger = mapping["swagger"], mapping["openapi"] == nil {
            return (
                false,
                problem(
                    .error, "unknown-version",
                    "'swagger' has to be '2.0', the only version of Swagger that can be read",
                    at: swagger, help: nil)
            )
        }
        guard let stated = mapping["openapi"] else {
            return (
                false,
                problem(
                    .error, "not-openapi", "the file is YAML or JSON, but no OpenAPI document: it has no key 'openapi'",
                    at: node, help: "an OpenAPI document opens with 'openapi: 3.1.0'")
            )
        }
        guard let text = document.versionText, text.hasPrefix("3.") else {
            return (
                false,
                problem(
                    .error, "unknown-version", "'openapi' has to name a version such as 3.0.4, 3.1.2 or 3.2.0",
                    at: stated,
                    help: nil)
            )
        }
        guard OpenAPIVersion(text: text) != nil else {
            return (
                true,
                problem(
                    .warning, "unknown-version", "version '\(text)' is not known; the document is read as 3.2",
                    at: stated,
                    help: nil)
            )
        }
        return (true, nil)
    }
}

extension Node {
    /// Whether a reference in the node names a file, be it the document's own.
    fileprivate var refersToFiles: Bool {
        switch value {
        case .sequence(let nodes): return nodes.contains(where: \.refersToFiles)
        case .mapping(let mapping):
            if let text = mapping["$ref"]?.string, !text.hasPrefix("#") { return true }
            return mapping.entries.contains(where: \.value.refersToFiles)
        default: return false
        }
    }

    /// A version, which may have been written as a number.
    fileprivate var text: String? { string ?? number }
}
