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

    /// Whether a reference to nothing is kept as it is, where it would otherwise end the command.
    public var keepsDanglingReferences = false

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
        guard let document = reading.document else { return Outcome(reading.diagnostics, status: .unusable) }
        let faults = reading.diagnostics.map(tolerating)
        guard !faults.containsError else { return Outcome(faults, status: .unusable) }
        let selected = document.selecting(selection)
        guard !selected.diagnostics.containsError else {
            return Outcome(faults + selected.diagnostics, status: .unusable)
        }
        let scaffolded = SourceFile.scaffold(selected.document)
        var files = scaffolded.files.map { OutputFile(path: $0.path, text: SwiftPrinter().print($0)) }
        if let concord {
            let package = ScaffoldedPackage(of: scaffolded.files, module: module, concord: concord, output: output)
            files = package.files(around: files)
        }
        let problems = OutputFolder(output, isReplacing: isReplacing).write(files)
        return Outcome(faults + scaffolded.diagnostics + problems)
    }

    /// A fault in one corner does not keep the rest from being written: what no declaration can say is kept in a fragment.
    private func tolerating(_ fault: Diagnostic) -> Diagnostic {
        guard fault.severity == .error else { return fault }
        var tolerated = fault
        if fault.code == "unresolved-reference", !keepsDanglingReferences {
            tolerated.mend = [fault.mend, "--keep-going writes it as it is"].compactMap { $0 }.joined(separator: "; ")
        } else {
            tolerated.severity = .warning
            tolerated.message += "; it is kept as it is"
        }
        return tolerated
    }
}
