import ConcordServer
import Synchronization
import Testing

@testable import ConcordServer

@Suite struct ManagementCommandsTests {
    /// The exit code and everything that was written.
    private func run(_ arguments: String...) async -> (code: Int32, text: String) {
        let text = Mutex("")
        let commands = ManagementCommands(
            [
                ManagementCommand("serve", "Serve it.") { arguments in text.withLock { $0 += "served \(arguments)" } },
                ManagementCommand("migrate", "Change the database.") { _ in throw UsageError("not so.") },
            ],
            output: { written in text.withLock { $0 += written } },
            error: { written in text.withLock { $0 += written } })
        let code = await commands.run(arguments)
        return (code, text.withLock { $0 })
    }

    @Test func runsTheFirstUnlessToldOtherwise() async {
        #expect(await run() == (0, "served []"))
        #expect(await run("--port", "0") == (0, #"served ["--port", "0"]"#))
        #expect(await run("serve", "--port", "0") == (0, #"served ["--port", "0"]"#))
    }

    @Test func explainsItself() async {
        let overview = "Commands:\n  serve    Serve it.\n  migrate  Change the database.\n"
        #expect(await run("--help") == (0, overview))
        #expect(await run("server") == (2, "'server' is no command of this program.\n\n\(overview)"))
        #expect(await run("migrate", "x") == (2, "migrate: not so.\n"))
    }

    @Test func readsItsArguments() throws {
        let configuration = try APIServer.Configuration(arguments: ["--port=9000", "--host", "::1"], port: "1")
        #expect(configuration.port == 9000)
        #expect(configuration.host == "::1")
        #expect(try APIServer.Configuration(arguments: [], port: "8000").port == 8000)
        #expect(try APIServer.Configuration(arguments: [], port: nil).port == 8080)
        #expect(throws: UsageError.self) { try APIServer.Configuration(arguments: ["--port", "x"], port: nil) }
        #expect(throws: UsageError.self) { try APIServer.Configuration(arguments: ["--port"], port: nil) }
        #expect(throws: UsageError.self) { try APIServer.Configuration(arguments: ["--prot", "1"], port: nil) }
        #expect(throws: UsageError.self) { try APIServer.Configuration(arguments: [], port: "99999") }
    }
}
