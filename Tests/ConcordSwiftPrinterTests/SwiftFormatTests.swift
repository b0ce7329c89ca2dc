import ConcordOutline
import ConcordOutlineSamples
import ConcordSwiftPrinter
import Foundation
import Testing

/// The printer's output is unchanged by `swift format`, if the toolchain has it.
@Suite struct SwiftFormatTests {
    @Test(.enabled(if: SwiftFormat.isInstalled)) func printedTextIsFormatted() throws {
        var printed = ""
        for seed in 0..<120 as Range<UInt64> {
            var generator = SampleGenerator(seed: seed)
            printed += SwiftPrinter().print(generator.file().declarations)
        }
        let formatted = try SwiftFormat.format(printed)
        let firstDifference = zip(lines(printed), lines(formatted)).first { $0 != $1 }
        #expect(formatted == printed, "first difference: \(String(describing: firstDifference))")
    }

    private func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}

/// The formatter of the toolchain that runs the tests.
enum SwiftFormat {
    static let isInstalled = path != nil

    private static let path = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":")
        .map { "\($0)/swift-format" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    /// Returns `text` formatted with the repository's configuration.
    static func format(_ text: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).swift")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: path ?? "")
        process.arguments = ["format", "--configuration", configuration, file.path()]
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    private static let configuration = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: ".swift-format").path()
}
