import ConcordDeclarations
import ConcordDiagnostics
import ConcordMapping
import ConcordOpenAPI
import ConcordOutline
import ConcordSwiftPrinter

/// Writes the Swift that a document describes: models, serializers and views to fill in.
public struct Scaffold: Sendable {
    /// What becomes of files that are there already and differ.
    public enum ExistingFiles: Hashable, Sendable {
        /// They stay, and nothing is written.
        case kept
        /// They are written anew.
        case replaced
        /// What is new in the document since the last scaffold is merged into them.
        case merged
    }

    /// The document; `-` is standard input.
    public var document: String
    /// The folder that the files go into.
    public var output: String
    /// The name of the module; absent where the document's title gives it.
    public var module: String?
    /// How a whole package refers to Concord; absent where the files alone are written.
    public var concord: PackageDependency?
    /// What becomes of files that are there already and differ.
    public var existingFiles: ExistingFiles
    /// The document that the files were scaffolded from last, for a merge; absent where the folder has a record of it.
    public var base: String?
    /// Which of the shorter forms the Swift is written in.
    public var style = ScaffoldStyle()
    /// The part of the document to write; empty for all of it, or, in a merge, for the part that was written last.
    public var selection = DocumentSelection()
    /// Whether a merge takes all of the document, though the last scaffold was of a part.
    public var takesWhole = false

    /// Scaffolds the document at a path into a folder.
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

    /// Writes the files, or none where the document can't be used or a file is in the way.
    ///
    /// A document with errors gives what is sound in it: each error is reported, and the status tells of them. The same holds
    /// where a file of the document can't be read.
    ///
    /// A merge into a folder of Swift that has no record of its own is one into the folder above that has it.
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

    /// The files as they are written the first time.
    private func files(of sources: [SourceFile]) -> [OutputFile] {
        let files = sources.map { OutputFile(path: $0.path, contents: SwiftPrinter().bytes(of: $0)) }
        guard let concord else { return files }
        return ScaffoldedPackage(of: sources, module: module, concord: concord, output: output).files(around: files)
    }

    /// The document that the files were scaffolded from last, and its declarations.
    private struct Edition {
        let document: Document
        let program: Program
        let names: GivenNames

        init(_ document: Document) {
            self.document = document
            (program, names) = Program.scaffoldWithNames(document)
        }
    }

    /// The files that a merge changes or adds; all of them where there are none yet.
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
    /// The same, told of a document whose other corners are used all the same.
    fileprivate var tolerated: Diagnostic {
        guard severity == .error else { return self }
        var tolerated = self
        tolerated.message += "; it is kept as it is"
        return tolerated
    }
}

extension [Diagnostic] {
    /// Whether somebody has to look after something, now that the files are written.
    fileprivate var leavesWork: Bool {
        contains { $0.severity == .error || $0.code.hasPrefix("merge-") && $0.severity == .warning }
    }
}
