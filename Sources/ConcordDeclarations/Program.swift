import ConcordDiagnostics
import ConcordOutline

/// All declarations of a target that take part in its API.
public struct Program: Sendable {
    /// The file-level declarations, file by file in the order given, each in the order written.
    public var declarations: [TypeDeclaration]

    /// Makes a program of declarations.
    public init(_ declarations: [TypeDeclaration] = []) {
        self.declarations = declarations
    }

    /// Reads the declarations of source files; reports what is wrong in them and goes on.
    public static func read(_ files: [SourceFile]) -> (program: Program, diagnostics: [Diagnostic]) {
        var reading = Reading()
        reading.seesWholeProgram = true
        var declarations: [TypeDeclaration] = []
        let whole = Extensions(files, &reading).merged(into: files)
        for file in Constants(files).followed(in: whole) {
            for outline in file.declarations {
                if let declaration = TypeDeclaration(outline, &reading) { declarations.append(declaration) }
            }
        }
        return (Program(declarations), reading.diagnostics)
    }
}
