import ConcordDiagnostics
import ConcordOpenAPI

/// The contents of the files of a split document.
public typealias SplitGrouping = ConcordOpenAPI.SplitGrouping

/// Writes a document as several files: one for each path item or tag, webhook and component.
public struct Split: Sendable {
    /// The path of the document. `-` is standard input.
    public var document: String
    /// The output folder.
    public var output: String
    /// The format of the files.
    public var format: DocumentFormat
    /// Whether each path item or each tag has a file.
    public var grouping: SplitGrouping

    /// Creates a command that splits the document at a path into files in a folder.
    public init(
        document: String, output: String, format: DocumentFormat = .yaml, grouping: SplitGrouping = .path
    ) {
        self.grouping = grouping
        self.document = document
        self.output = output
        self.format = format
    }

    /// Writes the files, unless a reference of the document has no target.
    public func run() -> Outcome {
        let reading = DocumentFile(reading: document)
        guard let whole = reading.document, reading.isComplete else {
            return Outcome(reading.diagnostics, status: .unusable)
        }
        let problems = SplitFolder(path: output, format: format, grouping: grouping).write(whole)
        let status = problems.containsError ? .unusable : reading.status
        return Outcome(reading.diagnostics + problems, status: status)
    }
}

/// A folder with a document in several files, including `openapi.yaml`.
struct SplitFolder {
    /// The path, as the user entered it.
    var path: String
    var format: DocumentFormat
    var grouping: SplitGrouping

    private var root: String { "openapi.\(format.rawValue)" }

    /// Writes a document and replaces the existing version. Each part keeps its file.
    func write(_ document: Document) -> [Diagnostic] {
        guard document.version != .v2_0 else {
            return [
                Diagnostic(
                    .error, "not-split", "a Swagger 2.0 document can't be split", at: nil,
                    help: "convert it first: concord convert DOCUMENT --openapi 3.1 --output NEW")
            ]
        }
        let existing = (try? InputFile(reading: "\(path)/\(root)")).flatMap { Document.read($0.contents).document }
        let parts = document.split(root: root, by: grouping, existing: existing)
        let files = parts.map { OutputFile(path: $0.path, contents: format.write($0.node)) }
        let problems = OutputFolder(path, isReplacing: true).write(files)
        guard problems.isEmpty else { return problems }
        let written = Set(parts.map(\.path))
        return (existing?.partFiles.sorted() ?? []).filter { !written.contains($0) }.map { file in
            Diagnostic(
                .warning, "unused-file", "'\(path)/\(file)' is no longer a part of the document", at: nil,
                help: "delete it")
        }
    }
}
