import ArgumentParser
import ConcordCore
import ConcordOpenAPI

/// `check [--deploy]`: reports problems that prevent the app from starting and, with `--deploy`, settings that are
/// unsafe in production.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Report problems that prevent the app from being served.")

    @Flag(help: "Also report settings that are not safe in production, and exit with 1 if there are any.")
    var deploy = false

    func run() async throws {
        guard let api = AppCommand.App.current?.api, let app = AppConfiguration.current else { return }
        var problems = api.problems(with: app)
        problems += try await app.missingMigrations(for: api)
        for problem in problems { print("error: \(problem)") }
        for note in api.document.flatMap({ XMLContent(json: Array($0.json.utf8)) })?.notes ?? [] {
            print("note: \(note)")
        }
        let findings = deploy ? try DeploymentFindings(api, app).all : []
        for finding in findings { print("warning: \(finding.message)\nhelp: \(finding.help)") }
        if !problems.isEmpty || !findings.isEmpty { throw ExitCode(1) }
        print("\(api.name) has no problems.")
    }
}
