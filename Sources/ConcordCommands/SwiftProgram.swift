import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordSwiftReader

/// The declarations of the Swift files that a command reads.
struct SwiftProgram: Sendable {
    let program: Program
    let diagnostics: [Diagnostic]
    /// Whether every file is Swift and every declaration in it was read. Otherwise a type may be declared where it wasn't looked for.
    let isWhole: Bool

    /// Reads the Swift at `paths`, or of the nearest package where there are none, with the blocks of `#if` that
    /// `-D` of these flags makes part of the build.
    init(_ paths: [String], defining flags: Set<String> = []) {
        let sources = SwiftSources(paths)
        var conditions = BuildConditions()
        conditions.flags = flags
        let readings = SwiftReader(conditions: conditions).read(
            sources.files.map { SwiftReader.Source(path: $0.path, bytes: $0.contents) })
        let unread = sources.diagnostics + readings.flatMap(\.diagnostics)
        let declared = Program.read(readings.map(\.file))
        program = declared.program
        diagnostics = unread + declared.diagnostics
        isWhole = !unread.containsError && declared.diagnostics.allSatisfy { $0.code != "inside-namespace" }
    }

    var apis: [APIDeclaration] {
        program.declarations.compactMap { declaration in
            if case .api(let api) = declaration { api } else { nil }
        }
    }
}
