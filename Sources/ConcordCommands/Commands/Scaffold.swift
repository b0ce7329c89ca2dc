import ConcordDeclarations
import ConcordDiagnostics
import ConcordMapping
import ConcordOpenAPI
import ConcordOutline
import ConcordSwiftPrinter

/// Generates the Swift code for a document: models, serializers, and views to implement.
public struct Scaffold: Sendable {
    /// The treatment of existing files that differ.
    public enum ExistingFiles: Hashable, Sendable {
        /// Existing files are kept, and nothing is written.
        case kept
        /// Existing files are replaced.
        case replaced
        /// The changes to the document since the last scaffold are merged into existing files.
        case merged
    }

    /// The path of the document. `-` is standard input.
    public var document: String
    /// The folder for the files.
    public var output: String
    /// The name of the module, or `nil` to derive it from the document's title.
    public var module: String?
    /// The package's dependency on Concord, or `nil` to write only the files.
    public var concord: PackageDependency?
    /// The treatment of existing files that differ.
    public var existingFiles: ExistingFiles
    /// The path of the document that the files were last scaffolded from, for a merge, or `nil` to use the folder's
    /// record.
    public var base: String?
    /// The short forms that the Swift code uses.
    public var style = ScaffoldStyle()
    /// The part of the document to scaffold. If it is empty, the whole document is scaffolded or, in a merge, the part
    /// that was scaffolded last.
    public var selection = DocumentSelection()
    /// Whether a merge uses the whole document even if the last scaffold used a part.
    public var takesWhole = false
    /// Whether the package responds to operations that are not implemented with the examples of the document.
    public var isMock = false

    /// Creates a command that scaffolds a document into a folder.
    public init(
        document: String, output: String, module: String? = nil, packageUsing concord: PackageDependency? = nil,
        existingFiles: ExistingFiles = .kept
    ) {
        self.document = document
        self.output = output
        self.module = module
        self.concord = concord
        self.existingFiles = existingFiles
    }

    /// Writes the files, or none if the document can't be used or an existing file prevents it.
    ///
    /// If a document has errors, its valid parts are scaffolded. Each error is reported, and the exit status is 1. The
    /// same applies if a file of the document can't be read.
    ///
    /// A merge into a folder of Swift code without a record is performed in the nearest parent folder with a record.
    public func run() -> Outcome {
        guard existingFiles == .merged, let above = ScaffoldRecord.folder(above: output),
            !ScaffoldedCode(in: output).isEmpty
        else { return write() }
        var whole = self
        whole.output = above
        var outcome = whole.write()
        outcome.diagnostics.insert(ScaffoldRecord.found(in: above, for: output), at: 0)
        return outcome
    }

    private func write() -> Outcome {
        let reading = DocumentFile(reading: document)
        guard let document = reading.document else { return Outcome(reading.diagnostics, status: .unusable) }
        let last = existingFiles == .merged ? ScaffoldOptions(in: output) : nil
        let (options, remarks) = ScaffoldOptions(selection).merging(onto: last, takesWhole: takesWhole)
        guard !remarks.containsError else { return Outcome(remarks, status: .unusable) }
        let selected = document.selecting(options.selection)
        let faults = reading.diagnostics.map(\.tolerated) + remarks + selected.diagnostics
        guard !selected.diagnostics.containsError else { return Outcome(faults, status: .unusable) }
        let code = existingFiles == .merged ? ScaffoldedCode(in: output) : nil
        let style = code?.style(from: style) ?? style
        let old = code.map { _ in ScaffoldRecord.document(of: base, in: output) }
        let earlier = (old?.document?.selecting((last ?? options).selection).document).map(Edition.init)
        let scaffolded = SourceFile.scaffold(
            selected.document, style: style, keeping: earlier?.names ?? GivenNames())
        let record = ScaffoldRecord(selected.document)
        let work =
            code.map { merge(scaffolded.files, into: $0, selected.document, earlier, old?.diagnostics ?? [], style) }
            ?? (files: files(of: scaffolded.files), diagnostics: [])
        guard let files = work.files else { return Outcome(faults + work.diagnostics, status: .unusable) }
        let folder = OutputFolder(output, isReplacing: existingFiles != .kept)
        let problems = folder.write(files + [record.file] + [options.file(in: output)].compactMap(\.self))
        let found = faults + scaffolded.diagnostics + work.diagnostics
        if problems.containsError { return Outcome(found + problems, status: .unusable) }
        let status: Outcome.Status = !reading.hasAllFiles ? .unusable : found.leavesWork ? .found : .fine
        var outcome = Outcome(found + problems, status: status)
        outcome.remains = [document, scaffolded.files]
        return outcome
    }

    /// Returns the files for a first scaffold.
    private func files(of sources: [SourceFile]) -> [OutputFile] {
        let files = sources.map { OutputFile(path: $0.path, contents: SwiftPrinter().bytes(of: $0)) }
        guard let concord else { return files }
        return ScaffoldedPackage(of: sources, module: module, concord: concord, output: output, isMock: isMock)
            .files(around: files)
    }

    /// The document that the files were last scaffolded from, with its declarations and names.
    private struct Edition {
        let document: Document
        let program: Program
        let names: GivenNames

        init(_ document: Document) {
            self.document = document
            (program, names) = Program.scaffoldWithNames(document)
        }
    }

    /// Returns the files that a merge changes or adds, or all files if there are none yet.
    private func merge(
        _ sources: [SourceFile], into code: ScaffoldedCode, _ document: Document, _ earlier: Edition?,
        _ problems: [Diagnostic], _ style: ScaffoldStyle
    ) -> (files: [OutputFile]?, diagnostics: [Diagnostic]) {
        guard !code.isEmpty else { return (files(of: sources), code.diagnostics) }
        guard !code.diagnostics.containsError else { return (nil, code.diagnostics) }
        guard !problems.containsError else { return (nil, problems) }
        let recorded = earlier.map { SourceFile.files(of: $0.program, stating: $0.document, style: style) }
        let merged = code.merging(sources, recorded: recorded, places: DocumentPlaces(document))
        return (merged.files, problems + merged.diagnostics)
    }
}

extension Diagnostic {
    /// The diagnostic for an error in a part of the document that is kept unchanged.
    fileprivate var tolerated: Diagnostic {
        guard severity == .error else { return self }
        var tolerated = self
        tolerated.message += "; it is kept unchanged"
        return tolerated
    }
}

extension [Diagnostic] {
    /// Whether the developer must act on a diagnostic after the files are written.
    fileprivate var leavesWork: Bool {
        contains { $0.severity == .error || $0.code.hasPrefix("merge-") && $0.severity == .warning }
    }
}
