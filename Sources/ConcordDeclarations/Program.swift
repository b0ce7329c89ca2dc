import ConcordDiagnostics
import ConcordOutline

/// All declarations of a target that are part of its API.
public struct Program: Sendable {
    /// The declarations at file level, file by file, in source order.
    public var declarations: [TypeDeclaration]
    /// The declarations at file level of modules that the target imports. The document contains those that the target
    /// uses.
    public var imported: [TypeDeclaration] = []

    /// Creates a program with declarations.
    public init(_ declarations: [TypeDeclaration] = []) {
        self.declarations = declarations
    }

    /// The declarations of APIs, in source order.
    public var apis: [APIDeclaration] {
        declarations.compactMap { if case .api(let api) = $0 { api } else { nil } }
    }

    /// Reads the declarations of source files. Reports errors and continues.
    ///
    /// - Parameters:
    ///   - files: The files of the target.
    ///   - importedFiles: The files of modules that the target imports.
    public static func read(
        _ files: [SourceFile], importing importedFiles: [SourceFile] = []
    ) -> (program: Program, diagnostics: [Diagnostic]) {
        let own = declarations(of: files)
        let imported = declarations(of: importedFiles)
        var program = Program(own.declarations)
        program.imported = imported.declarations
        return (program, own.diagnostics + imported.diagnostics)
    }

    private static func declarations(
        of files: [SourceFile]
    ) -> (declarations: [TypeDeclaration], diagnostics: [Diagnostic]) {
        var reading = Reading()
        reading.seesWholeProgram = true
        var declarations: [TypeDeclaration] = []
        let whole = Extensions(files, &reading).merged(into: files)
        let followed = Constants(files).followed(in: whole)
        for file in Namespaces(followed, &reading).lifted(from: followed) {
            declarations += file.declarations.compactMap { TypeDeclaration($0, &reading) }
        }
        return (declarations, reading.diagnostics)
    }
}
