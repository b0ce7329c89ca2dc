import ConcordDiagnostics
import ConcordMapping
import ConcordOpenAPI
import ConcordOutline
import ConcordSwiftPrinter

/// Writes the Swift that a document describes: models, serializers and views to fill in.
public struct Scaffold: Sendable {
    /// The document; `-` is standard input.
    public var document: String
    /// The folder that the files go into.
    public var output: String
    /// The name of the module; absent where the document's title gives it.
    public var module: String?
    /// The folder of this Concord, where a whole package is to be written that depends on it.
    public var concord: String?
    /// Whether files that are there already and differ are replaced.
    public var isReplacing: Bool
    /// The part of the document to write; empty for all of it.
    public var selection = DocumentSelection()

    /// Scaffolds the document at a path into a folder.
    public init(
        document: String, output: String, module: String? = nil, packageUsing concord: String? = nil,
        isReplacing: Bool = false
    ) {
        self.document = document
        self.output = output
        self.module = module
        self.concord = concord
        self.isReplacing = isReplacing
    }

    /// Writes the files, or none where the document can't be used or a file is in the way.
    public func run() -> Outcome {
        let reading = DocumentFile(reading: document)
        guard let document = reading.document, !reading.diagnostics.containsError else {
            return Outcome(reading.diagnostics, status: .unusable)
        }
        let selected = document.selecting(selection)
        guard !selected.diagnostics.containsError else {
            return Outcome(reading.diagnostics + selected.diagnostics, status: .unusable)
        }
        let scaffolded = SourceFile.scaffold(selected.document)
        var files = scaffolded.files.map { OutputFile(path: $0.path, text: SwiftPrinter().print($0)) }
        if let concord {
            let package = ScaffoldedPackage(of: scaffolded.files, module: module, concord: concord, output: output)
            files = package.files(around: files)
        }
        let problems = OutputFolder(output, isReplacing: isReplacing).write(files)
        return Outcome(reading.diagnostics + scaffolded.diagnostics + problems)
    }
}
