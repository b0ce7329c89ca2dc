import ArgumentParser
import ConcordCore

/// `check`: reports what keeps the app from being served.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Report what keeps the app from being served.")

    func run() async throws {
        guard let api = AppCommand.App.current?.api, let app = AppConfiguration.current else { return }
        var problems = api.problems(with: app)
        problems += try await app.missingMigrations(for: api)
        for problem in problems { print("error: \(problem)") }
        if !problems.isEmpty { throw ExitCode(1) }
        print("\(api.name) has no problems.")
    }
}
