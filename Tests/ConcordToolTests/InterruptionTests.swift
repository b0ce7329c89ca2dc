import Foundation
import Testing

/// The state after the system kills a scaffold while it writes.
struct InterruptionTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    private static let petstore = root + "/specs/petstore/openapi.yaml"
    private static let tool = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "concord").path

    /// The limit on the size of files, in blocks of 512 bytes, kills the tool within the first file that is longer. The
    /// limit is increased by one block until all files can be written.
    @Test func whatIsKilledWhileItWritesLeavesTheOldFilesWhole() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = folder.appending(path: "out").path
        #expect(try scaffold(Self.petstore, to: output, blocks: nil) == nil)
        let old = try contents(of: output)

        let newer = folder.appending(path: "newer.yaml").path
        try String(contentsOfFile: Self.petstore, encoding: .utf8)
            .replacing("title: Swagger Petstore", with: "title: Another store")
            .replacing("maximum: 100", with: "maximum: 50")
            .replacing("maxItems: 100", with: "maxItems: 50")
            .replacing("        tag:\n", with: "        age:\n          type: integer\n        tag:\n")
            .write(toFile: newer, atomically: true, encoding: .utf8)
        var blocks = 0
        while let signal = try scaffold(newer, to: output, blocks: blocks) {
            #expect(signal == SIGXFSZ)
            #expect(try contents(of: output) == old, "killed at \(blocks) blocks")
            blocks += 1
        }
        #expect(blocks > 2, "more than one file was interrupted")
        let new = try contents(of: output)
        #expect(new.keys.sorted() == old.keys.sorted())
        #expect(new.keys.allSatisfy { new[$0] != old[$0] })
    }

    /// Runs a scaffold, and returns the signal that killed it.
    private func scaffold(_ document: String, to output: String, blocks: Int?) throws -> Int32? {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // The test process may ignore the signal, which the tool would inherit.
        let limit = blocks.map { "ulimit -c 0; ulimit -f \($0); exec env --default-signal=XFSZ " } ?? "exec "
        let command = [Self.tool, "scaffold", document, "--output", output, "--force"]
        process.arguments = ["-c", limit + "\"$0\" \"$@\""] + command
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        if process.terminationReason == .uncaughtSignal { return process.terminationStatus }
        #expect(process.terminationStatus == 0)
        return nil
    }

    /// Returns the Swift and YAML files, keyed by path. Incomplete files have temporary names.
    private func contents(of folder: String) throws -> [String: String] {
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        var contents: [String: String] = [:]
        for path in paths where path.hasSuffix(".swift") || path.hasSuffix(".yaml") {
            contents[path] = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
        }
        return contents
    }
}
