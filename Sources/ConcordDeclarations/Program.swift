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
                if let declaration = TypeDeclaration(outline, &reading) {
                    declarations.append(declaration)
                } else {
                    outline.reportNamespace(&reading)
                }
            }
        }
        return (Program(declarations), reading.diagnostics)
    }
}

extension Declaration {
    /// Reports what is declared inside of a type that only gives names a place.
    ///
    /// A name that stands in two such types would be one component, so neither is read.
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
