import ConcordDiagnostics
import ConcordOpenAPI

/// Converts a document to another version of OpenAPI.
public struct Convert: Sendable {
    /// The path of the document. `-` is standard input.
    public var document: String
    /// The version to convert to: `3.0`, `3.1`, `3.2`, or one of their releases.
    public var openAPI: String
    /// The path of the converted document. `-` is standard output.
    public var output: String

    /// Creates a command that converts a document.
    public init(document: String, openAPI: String, output: String = "-") {
        self.document = document
        self.openAPI = openAPI
        self.output = output
    }

    /// Writes the document, and reports what the version can't express. Unresolvable references are kept.
    public func run() -> Outcome {
        guard let version = OpenAPIVersion(text: openAPI), version >= .v3_0 else {
            let problem = Diagnostic(
                .error, "unknown-version", "'\(openAPI)' is not a supported version of OpenAPI", at: nil,
                help: "use 3.0, 3.1 or 3.2")
            return Outcome([problem], status: .unusable)
        }
        let reading = DocumentFile(reading: document)
        guard let document = reading.document else { return Outcome(reading.diagnostics, status: .unusable) }
        let conversion = document.converted(to: version)
        let diagnostics = reading.diagnostics + conversion.diagnostics
        let bytes = DocumentFormat(ofFile: output).write(conversion.document)
        guard output != "-" else { return Outcome(diagnostics, status: reading.status, output: bytes) }
        let problems = OutputFile.write(bytes, to: output)
        return Outcome(diagnostics + problems, status: problems.isEmpty ? reading.status : .unusable)
    }
}
