import ConcordDiagnostics
import ConcordOutline

/// All declarations of a target that are part of its API.
public struct Program: Sendable {
    /// The declarations at file level, file by file, in source order.
    public var declarations: [TypeDeclaration]
    /// The declarations at file level of modules that the target imports. The document contains those that the target uses.
    public var imported: [TypeDeclaration] = []

    /// Creates a program with declarations.
    public init(_ declarations: [TypeDeclaration] = []) {
        self.declarations = declarations
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
        for file in Constants(files).followed(in: whole) {
            for outline in file.declarations {
                if let declaration = TypeDeclaration(outline, &reading) {
                    declarations.append(declaration)
                } else {
                    outline.reportNamespace(&reading)
                }
            }
        }
        return (declarations, reading.diagnostics)
    }
}

extension Declaration {
    /// Reports API declarations inside a type that is only a namespace.
    ///
    /// Types with the same name in two namespaces would be the same component, so they aren't read.
    fileprivate func reportNamespace(_ reading: inout Reading) {
        let body: TypeBody
        switch kind {
        case .enumeration(let found), .structure(let found): body = found
        default: return
        }
        let words: Set<String> = [
            "Serializer", "Model", "View", "API", "Include", "Response", "Responses", "Parameter",
        ]
        for member in body.members {
            guard let attribute = member.attributes.first(where: { words.contains($0.name) }) else { continue }
            reading.error(
                "inside-namespace", "a type inside of '\(body.name)' is not read", at: attribute.mark,
                help: "move it to file level, out of '\(body.name)'")
        }
    }
}
