import ConcordDeclarations
import ConcordDiagnostics
import ConcordMapping
import ConcordOpenAPI
import ConcordOutline
import ConcordSwiftPrinter
import ConcordSwiftReader

/// Both conversions through the public API, with the Swift code as one string.
enum SwiftText {
    /// Returns the files for a document, each after a line with its path.
    static func scaffold(_ document: Document, style: ScaffoldStyle = ScaffoldStyle()) -> String {
        SourceFile.scaffold(document, style: style).files.map {
            "// \($0.path)\n\n" + SwiftPrinter().print($0)
        }.joined(separator: "\n")
    }

    /// Returns the document that Swift code states, and all diagnostics.
    static func generate(
        _ text: String, path: String = "API.swift", version: String? = nil
    ) -> (document: Document?, diagnostics: [Diagnostic]) {
        let reading = SwiftReader().read(text, path: path)
        let (program, problems) = Program.read([reading.file])
        let (document, faults) = Document.generate(from: program, version: version)
        return (document, reading.diagnostics + problems + faults)
    }
}

extension Diagnostic {
    /// The diagnostic on one line, without an excerpt.
    var line: String {
        (position.map { "\($0): " } ?? "") + "\(severity.rawValue): \(message)" + (help.map { " (\($0))" } ?? "")
    }
}
