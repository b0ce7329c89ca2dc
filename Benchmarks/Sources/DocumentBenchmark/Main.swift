import ConcordYAML
import Foundation

/// Measures the time for reading documents in comparison with libyaml alone, and prints a table.
///
///     DocumentBenchmark FILE…              prints the table for these documents
///     DocumentBenchmark measure KIND FILE  prints one measurement: user CPU time in seconds, peak memory in bytes
@main
enum Main {
    /// The number of runs. The measurement is the fastest one.
    static let runs = 7

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.count == 3, arguments[0] == "measure", let kind = Measurement(rawValue: arguments[1]) {
            try measure(kind, arguments[2])
        } else {
            try table(arguments)
        }
    }

    static func measure(_ kind: Measurement, _ path: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let seconds = try kind.run(bytes, path: path)
        print(seconds, peakMemory())
    }

    // MARK: The table

    struct Figure {
        var seconds: Double
        var peak: Int
    }

    static func table(_ paths: [String]) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concord-benchmark-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        print(
            "| document | MB | floor | tree | | document | | validate | | diff | | write | JSON tree "
                + "| | peak memory |")
        print("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|")
        for path in paths {
            guard let node = NodeReader(file: path).read([UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))).node
            else { throw Failure.unreadable(path) }
            let name = URL(fileURLWithPath: path).deletingLastPathComponent().lastPathComponent
            let yaml = path.hasSuffix(".json") ? try write(node.yaml, folder, name + ".yaml") : path
            try row(name, yaml: yaml, json: try write(node.json, folder, name + ".json"))
        }
        guard let first = paths.first else { return }
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: first)))
        guard let node = NodeReader(file: first).read(bytes).node else { throw Failure.unreadable(first) }
        for size in [12, 25, 50] {
            let large = node.enlarged(times: max(1, size * 1_000_000 / node.yaml.utf8.count))
            let yaml = try write(large.yaml, folder, "\(size).yaml")
            try row("the first, repeated", yaml: yaml, json: try write(large.json, folder, "\(size).json"))
        }
    }

    static func row(_ name: String, yaml: String, json: String) throws {
        let size = Double(try Data(contentsOf: URL(fileURLWithPath: yaml)).count)
        let floor = try best(.floor, yaml)
        let tree = try best(.tree, yaml)
        let document = try best(.document, yaml)
        let asJSON = try best(.tree, json)
        let compared = try best(.diff, yaml)
        let validated = try best(.validate, yaml)
        let written = try best(.write, yaml)
        func times(_ figure: Figure) -> String { String(format: "%.2f ×", figure.seconds / floor.seconds) }
        func milliseconds(_ figure: Figure) -> String { String(format: "%.0f ms", figure.seconds * 1000) }
        let cells = [
            name, String(format: "%.1f", size / 1e6), milliseconds(floor), milliseconds(tree), times(tree),
            milliseconds(document), times(document), milliseconds(validated), times(validated),
            milliseconds(compared), times(compared), milliseconds(written), milliseconds(asJSON),
            String(format: "%.1f × faster", tree.seconds / asJSON.seconds),
            String(format: "%.0f MB, %.1f × the file", Double(document.peak) / 1e6, Double(document.peak) / size),
        ]
        print("| " + cells.joined(separator: " | ") + " |")
    }

    static func write(_ text: String, _ folder: URL, _ name: String) throws -> String {
        let file = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// Returns the minimum time of several processes, and the memory use of the last.
    static func best(_ kind: Measurement, _ path: String) throws -> Figure {
        var best = Figure(seconds: .infinity, peak: 0)
        for _ in 0..<runs {
            let process = Process()
            let output = Pipe()
            process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
            process.arguments = ["measure", kind.rawValue, path]
            process.standardOutput = output
            try process.run()
            let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            let figures = text.split(whereSeparator: \.isWhitespace)
            guard figures.count == 2, let seconds = Double(figures[0]), let peak = Int(figures[1]) else {
                throw Failure.unreadable(path)
            }
            best = Figure(seconds: min(best.seconds, seconds), peak: peak)
        }
        return best
    }
}
