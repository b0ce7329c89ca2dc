import ConcordDiagnostics
import ConcordOpenAPI
import Foundation

/// `concord-spec DOCUMENT --output FILE`: what the build plugin calls for a target that has an `openapi.yaml`.
@main
enum ConcordSpec {
    static func main() {
        guard CommandLine.arguments.count == 4, CommandLine.arguments[2] == "--output" else {
            report("usage: concord-spec DOCUMENT --output FILE\n")
            exit(2)
        }
        let reading = Document.read(path: CommandLine.arguments[1])
        guard let document = reading.document else { fail(reading.diagnostics) }
        let file = SpecificationFile(document)
        let diagnostics = reading.diagnostics + file.diagnostics
        guard !diagnostics.containsError else { fail(diagnostics) }
        write(diagnostics)
        do {
            try Data(file.text.utf8).write(to: URL(filePath: CommandLine.arguments[3]), options: .atomic)
        } catch {
            report("concord-spec: error: \(error.localizedDescription)\n")
            exit(2)
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
