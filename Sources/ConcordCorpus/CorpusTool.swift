import Foundation

/// Takes documents through Swift text and back and tells in a table what became of each:
///
///     concord-corpus DOCUMENT… [--table FILE] [--swift FOLDER] [--compiled FILE]
///
/// `--table` writes the table there and not to standard output; `--swift` keeps what was scaffolded, a folder for each
/// document; `--compiled` names what `Scripts/compile-scaffolds` found. Exits with 1 when a document came back with another
/// meaning.
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

    /// Whether every document came back with its meaning.
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
