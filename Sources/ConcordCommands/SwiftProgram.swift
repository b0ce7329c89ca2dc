import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordSwiftReader

/// The declarations of the Swift files that a command reads.
struct SwiftProgram: Sendable {
    let program: Program
    let diagnostics: [Diagnostic]
    /// Whether all files are valid Swift and all their declarations were read. Otherwise, a type may be declared in an
    /// unread part.
    let isWhole: Bool
    /// The files that were read, sorted by path in each folder.
    let files: [SourceFile]
    /// The files of imported modules whose declarations the tool has.
    let importedFiles: [SourceFile]
    /// The folders and files that were named, or those of the nearest package.
    let roots: [String]
    /// The qualified names of the models that other files of the module can use, in source order.
    let models: [String]

    /// Reads the Swift code at `paths`, or in the nearest package if there are none, with the blocks of `#if` that the
    /// flags activate.
    init(_ paths: [String], defining flags: Set<String> = []) {
        let sources = SwiftSources(paths)
        var conditions = BuildConditions()
        conditions.flags = flags
        let readings = SwiftReader(conditions: conditions).read(
            sources.files.map { SwiftReader.Source(path: $0.path, bytes: $0.contents) })
        let unread = sources.diagnostics + readings.flatMap(\.diagnostics)
        let imports = Set(readings.flatMap(\.file.imports))
        let modules = ReadyModule.all.filter { imports.contains($0.name) }
        roots = sources.roots
        files = readings.map(\.file)
        importedFiles = modules.flatMap { SwiftReader(conditions: conditions).read($0.sources).map(\.file) }
        let declared = Program.read(files, importing: importedFiles)
        program = declared.program
        models = readings.flatMap { $0.file.declarations.flatMap { $0.models(in: []) } }
        diagnostics = unread + declared.diagnostics
        isWhole = !unread.containsError && declared.diagnostics.allSatisfy { $0.code != "inside-generic-type" }
    }
}

extension Declaration {
    /// The qualified names of the models that the declaration is or contains.
    func models(in namespace: [String]) -> [String] {
        guard case .structure(let body) = kind else {
            switch kind {
            case .enumeration(let body), .classOrActor(let body, _), .extensionDeclaration(let body):
                return isPrivate ? [] : body.members.flatMap { $0.models(in: namespace + [body.name]) }
            default: return []
            }
        }
        guard !isPrivate, body.genericParameters.isEmpty else { return [] }
        let path = namespace + [body.name]
        let isModel = attributes.contains { ModelDeclaration.attributes.contains($0.name) }
        return (isModel ? [path.joined(separator: ".")] : []) + body.members.flatMap { $0.models(in: path) }
    }

    private var isPrivate: Bool { modifiers.contains { $0 == "private" || $0 == "fileprivate" } }
}
