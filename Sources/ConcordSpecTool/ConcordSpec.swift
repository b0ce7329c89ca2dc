import ConcordDiagnostics
import ConcordOpenAPI
import Foundation

/// The tool that the build plugin runs for a target with an `openapi.yaml`: `concord-spec DOCUMENT --output FILE…
/// [--target NAME] [--settings FILE]`. With several files, a change to a schema changes only a few of them.
@main
enum ConcordSpec {
    static func main() {
        guard let arguments = Arguments(Array(CommandLine.arguments.dropFirst())) else {
            report("usage: concord-spec DOCUMENT --output FILE... [--target NAME] [--settings FILE]\n")
            exit(2)
        }
        var diagnostics: [Diagnostic] = []
        let settings =
            arguments.settings.map { SpecificationSettings(path: $0, target: arguments.target, &diagnostics) }
            ?? SpecificationSettings(target: arguments.target)
        let reading = Document.readWhole(path: arguments.document)
        diagnostics += reading.diagnostics
        guard let document = reading.document, !diagnostics.containsError else { fail(diagnostics) }
        let code = SpecifiedCode(document, settings)
        diagnostics += code.diagnostics
        guard !diagnostics.containsError else { fail(diagnostics) }
        write(diagnostics)
        do {
            for (path, text) in zip(arguments.outputs, code.files(arguments.outputs.count)) {
                try write(Data(text.utf8), to: URL(filePath: path))
            }
        } catch {
            report("concord-spec: error: \(error.localizedDescription)\n")
            exit(2)
        }
        print("\(arguments.document) becomes \(code.api)")
    }

    /// Writes a file unless its contents are unchanged. The compiler can then skip it.
    private static func write(_ data: Data, to file: URL) throws {
        if FileManager.default.contents(atPath: file.path) == data { return }
        try data.write(to: file, options: .atomic)
    }

    /// The command-line arguments.
    private struct Arguments {
        var document = ""
        var outputs: [String] = []
        var target: String?
        var settings: String?

        init?(_ arguments: [String]) {
            var rest = arguments[...]
            while let argument = rest.popFirst() {
                switch argument {
                case "--output":
                    while let path = rest.first, !path.hasPrefix("-") { outputs.append(path); rest.removeFirst() }
                case "--target": target = rest.popFirst()
                case "--settings": settings = rest.popFirst()
                default:
                    guard document.isEmpty, !argument.hasPrefix("-") else { return nil }
                    document = argument
                }
            }
            if document.isEmpty || outputs.isEmpty { return nil }
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
