import ConcordDiagnostics
import ConcordOpenAPI
import ConcordSite

/// Writes the document for Swift declarations into a Swift file, so that the app can serve it without reading a file or
/// linking a YAML parser.
public struct Embed: Sendable {
    /// The folders and files with Swift code.
    public var sources: [String]
    /// The path of the Swift file to write.
    public var output: String

    /// Creates a command that embeds the document of Swift code.
    public init(sources: [String], output: String) {
        self.sources = sources
        self.output = output
    }

    /// Writes the file, unless the code has an error.
    public func run() -> Outcome {
        let swift = SwiftProgram(sources)
        let generated = GenerateSchema(sources: sources).document(of: swift)
        guard let document = generated.document, let api = swift.program.apis.first else {
            return Outcome(generated.diagnostics, status: .unusable)
        }
        let models = swift.models.map { "\($0).self" }.joined(separator: ", ")
        let text = """
            // Written by Concord at each build, from this module's declarations.
            import Concord

            extension \(api.head.name) {
                public static let document: _Core.EmbeddedDocument? = \(EmbeddedDocumentExpression(document).text)

                public static let declaredModels: _Core.DeclaredModels = [\(models)]
            }

            """
        return Outcome(generated.diagnostics + OutputFile.write(Array(text.utf8), to: output))
    }
}
