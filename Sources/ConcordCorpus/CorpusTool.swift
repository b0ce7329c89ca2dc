import Foundation

/// Converts documents to Swift code and back, and writes a table of the results:
///
///     concord-corpus DOCUMENT… [--table FILE] [--swift FOLDER] [--compiled FILE]
///
/// `--table` writes the table to a file instead of standard output. `--swift` keeps the scaffolds in a folder for each
/// document. `--compiled` names the results of `Scripts/compile-scaffolds`. The exit code is 1 if a document came back
/// with a different meaning.
@main
struct CorpusTool {
    private var documents: [String] = []
    private var table: String?
    private var swiftFolder: String?
    private var compiled: String?

    static func main() throws {
        let tool = CorpusTool(Array(CommandLine.arguments.dropFirst()))
        if try !tool.run() { exit(1) }
    }

    private init(_ arguments: [String]) {
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--table": table = rest.popFirst()
            case "--swift": swiftFolder = rest.popFirst()
            case "--compiled": compiled = rest.popFirst()
            default: documents.append(argument)
            }
        }
    }

    /// Returns whether every document came back with the same meaning.
    private func run() throws -> Bool {
        var rows: [RoundTrip] = []
        for path in documents {
            guard let trip = RoundTrip(of: path) else { continue }
            for complaint in trip.complaints.prefix(20) { complain("\(trip.name): \(complaint)") }
            if let swiftFolder { try trip.writeSwift(to: swiftFolder) }
            rows.append(trip)
        }
        let compiling = try compiled.map { try String(contentsOfFile: $0, encoding: .utf8) } ?? ""
        let text = CorpusTable(rows, compiling: CompilationResults(compiling)).markdown
        if let table {
            try text.write(toFile: table, atomically: true, encoding: .utf8)
        } else {
            print(text, terminator: "")
        }
        return rows.allSatisfy { $0.complaints.isEmpty }
    }

    private func complain(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
}
