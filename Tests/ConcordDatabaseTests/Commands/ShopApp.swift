import Concord
import ConcordPostgreSQL
import ConcordSQLite
import ConcordTestDatabases
import Foundation
import Testing

/// The app 'Shop' as a user runs it: a process with its own folder and database.
struct ShopApp: Sendable {
    /// The URL of the database.
    let url: String
    /// The working directory of the process.
    let folder: URL
    /// The migrations of the app: the name of a `History`.
    var history = ""
    /// Environment variables besides those of the tests.
    var environment: [String: String] = [:]

    /// The output and the exit code of a process.
    struct Outcome {
        let code: Int32
        let output: String
        let error: String
    }

    /// The app is beside the tests that were built with it.
    static let executable = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "Shop")

    /// Runs a test with an app and an empty database.
    static func run(_ kind: TestDatabase, history: String = "", _ test: (ShopApp) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        switch kind {
        case .sqlite:
            let file = folder.appending(path: "shop.sqlite3").path(percentEncoded: false)
            try await test(ShopApp(url: "sqlite:\(file)", folder: folder, history: history))
        case .postgreSQL:
            try await PostgreSQLServer.shared.run { url in
                try await test(ShopApp(url: url, folder: folder, history: history))
            }
        }
    }

    /// Runs a command to its end.
    func callAsFunction(_ arguments: String..., input: String = "") async throws -> Outcome {
        try await run(arguments, input: input)
    }

    /// Applies the app's migrations.
    func migrate() async throws {
        let outcome = try await run(["migrate"])
        #expect(outcome.code == 0, "\(outcome.error)")
    }

    func run(_ arguments: [String], input: String = "") async throws -> Outcome {
        let id = UUID().uuidString
        let files = ["in", "out", "err"].map { folder.appending(path: "\(id).\($0)") }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        for file in files { try Data(input.utf8).write(to: file) }
        let process = process(arguments)
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        let streams = try files.dropFirst().map { try FileHandle(forWritingTo: $0) }
        for stream in streams { try stream.truncate(atOffset: 0) }
        process.standardOutput = streams[0]
        process.standardError = streams[1]
        let code = try await process.runToEnd()
        let texts = try files.dropFirst().map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
        return Outcome(code: code, output: texts[0], error: texts[1])
    }

    /// Starts a command. Its output can be read line by line.
    func start(_ arguments: String...) throws -> RunningShop {
        let output = Pipe()
        let process = process(arguments)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        return RunningShop(process: process, output: output.fileHandleForReading)
    }

    private func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let own = ["DATABASE_URL": url, "SHOP_HISTORY": history]
        process.environment = ProcessInfo.processInfo.environment.merging(own) { $1 }.merging(environment) { $1 }
        return process
    }

    /// Runs a closure with the app's database.
    func withDatabase<Result>(_ body: (Database) async throws -> Result) async throws -> Result {
        let database = try await Database(url: url)
        let result = try await body(database)
        try await database.close()
        return result
    }

    /// The schema of the app's database.
    func schema() async throws -> [String] { try await withDatabase { try await $0.schema() } }
}

extension Process {
    /// Runs the process to its end without blocking a thread, and returns its exit code or the negative number of a signal.
    fileprivate func runToEnd() async throws -> Int32 {
        try await withCheckedThrowingContinuation { continuation in
            terminationHandler = { process in
                let isExit = process.terminationReason == .exit
                continuation.resume(returning: isExit ? process.terminationStatus : -process.terminationStatus)
            }
            do { try run() } catch { continuation.resume(throwing: error) }
        }
    }
}

/// A running process of the app.
final class RunningShop: @unchecked Sendable {  // One test has it, and reads one line after the other.
    private let process: Process
    private let output: FileHandle
    private var buffer: [UInt8] = []

    init(process: Process, output: FileHandle) {
        self.process = process
        self.output = output
    }

    /// The process's number.
    var identifier: Int32 { process.processIdentifier }

    /// The next line, or `nil` at the end of the output.
    func line() async -> String? {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: self.readLine()) }
        }
    }

    private func readLine() -> String? {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: buffer[..<end], as: UTF8.self)
                buffer.removeSubrange(...end)
                return line
            }
            let data = output.availableData
            if data.isEmpty { return nil }
            buffer += data
        }
    }

    /// Kills the process, and returns the lines that it has written so far.
    func kill() async -> [String] {
        Foundation.kill(process.processIdentifier, SIGKILL)
        return await rest()
    }

    /// Asks the process to end.
    func terminate() { process.terminate() }

    /// The lines until the end of the process.
    func rest() async -> [String] {
        var lines: [String] = []
        while let line = await line() { lines.append(line) }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                self.process.waitUntilExit()
                continuation.resume()
            }
        }
        return lines
    }

    /// The exit code of a process that exited by itself.
    var code: Int32 { process.terminationStatus }
}
