import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordSwiftReader

/// The declarations of the Swift files that a command reads.
struct SwiftProgram {
    let program: Program
    let diagnostics: [Diagnostic]

    /// Reads the Swift at `paths`, or of the nearest package where there are none.
    init(_ paths: [String]) {
        let sources = SwiftSources(paths)
        var diagnostics = sources.diagnostics
        var files: [SourceFile] = []
        for source in sources.files {
            let reading = SwiftReader().read(SwiftReader.Source(path: source.path, bytes: source.contents))
            diagnostics += reading.diagnostics
            files.append(reading.file)
        }
        let declared = Program.read(files)
        program = declared.program
        self.diagnostics = diagnostics + declared.diagnostics
    }

    var apis: [APIDeclaration] {
        program.declarations.compactMap { declaration in
            if case .api(let api) = declaration { api } else { nil }
        }
    }
}
