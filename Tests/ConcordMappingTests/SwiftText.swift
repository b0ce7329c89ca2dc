import ConcordDeclarations
import ConcordDiagnostics
import ConcordMapping
import ConcordOpenAPI
import ConcordOutline
import ConcordSwiftPrinter
import ConcordSwiftReader

/// Both directions, by the public doors, with Swift as one text.
enum SwiftText {
    /// The files that a document becomes, one after the other, each under a line with its path.
    static func scaffold(_ document: Document, style: ScaffoldStyle = ScaffoldStyle()) -> String {
        SourceFile.scaffold(document, style: style).files.map {
            "// \($0.path)\n\n" + SwiftPrinter().print($0)
        }.joined(separator: "\n")
    }

    /// The document that a text states, and everything that was wrong with the text.
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
    /// The problem on one line, without an excerpt.
    var line: String {
        (position.map { "\($0): " } ?? "") + "\(severity.rawValue): \(message)" + (help.map { " (\($0))" } ?? "")
    }
}
