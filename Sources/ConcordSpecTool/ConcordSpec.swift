import ConcordDiagnostics
import ConcordOpenAPI
import Foundation

/// The tool that the build plugin runs for a target with an `openapi.yaml`: `concord-spec DOCUMENT --output FILE
/// [--target NAME] [--settings FILE]`.
@main
enum ConcordSpec {
    static func main() {
        guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())) else {
            report("usage: concord-spec DOCUMENT --output FILE [--target NAME] [--settings FILE]\n")
            exit(2)
        }
        var diagnostics: [Diagnostic] = []
        let settings =
            arguments.settings.map { SpecificationSettings(path: $0, target: arguments.target, &diagnostics) }
            ?? SpecificationSettings(target: arguments.target)
        let reading = Document.readWhole(path: arguments.document)
        diagnostics += reading.diagnostics
        guard let document = reading.document, !diagnostics.containsError else { fail(diagnostics) }
        let file = SpecificationFile(document, settings)
        diagnostics += file.diagnostics
        guard !diagnostics.containsError else { fail(diagnostics) }
        write(diagnostics)
        do {
            try Data(file.text.utf8).write(to: URL(filePath: arguments.output), options: .atomic)
        } catch {
            report("concord-spec: error: \(error.localizedDescription)\n")
            exit(2)
        }
        print("\(arguments.document) becomes \(file.api)")
    }

    /// The command-line arguments.
    private struct Arguments {
        var document = ""
        var output = ""
        var target: String?
        var settings: String?

        init?(_ arguments: [String]) {
            var rest = arguments[...]
            while let argument = rest.popFirst() {
                switch argument {
                case "--output": output = rest.popFirst() ?? ""
                case "--target": target = rest.popFirst()
                case "--settings": settings = rest.popFirst()
                default:
                    guard document.isEmpty, !argument.hasPrefix("-") else { return nil }
                    document = argument
                }
            }
            if document.isEmpty || output.isEmpty { return nil }
        }
    }

    private static func fail(_ diagnostics: [Diagnostic]) -> Never {
        write(diagnostics)
        exit(2)
    }

    private static func write(_ diagnostics: [Diagnostic]) {
        report(
            DiagnosticFormat.text.write(diagnostics.sortedByPosition()) {
                FileManager.default.contents(atPath: $0).map { String(decoding: $0, as: UTF8.self) }
            })
    }

    private static func report(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
