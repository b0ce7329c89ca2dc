import ArgumentParser
import ConcordCore
import ConcordDatabase
import NIOCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An API or an installed app that adds its own commands to the executable.
///
/// A command is a type that conforms to a protocol of swift-argument-parser. It reads the dependencies of the app as a
/// view does:
///
///     struct ImportStations: AsyncParsableCommand {
///         @Argument var file: String
///         @Environment(\.stations) var stations
///
///         func run() async throws { … }
///     }
///
///     extension WeatherAPI: ManagementCommands {
///         static let commands: [any ParsableCommand.Type] = [ImportStations.self]
///     }
public protocol ManagementCommands {
    /// The commands.
    static var commands: [any ParsableCommand.Type] { get }
}

extension API {
    /// Runs the command in the process arguments, or `serve` if they contain no command. Call it as the entry point of
    /// an executable.
    public static func main() async {
        await AppCommand.main(served)
    }
}

extension SpecifiedAPI {
    /// Runs the command in the process arguments, or `serve` if they contain no command. Call it as the entry point of
    /// an executable.
    public func main() async {
        await AppCommand.main(served)
    }
}

extension ServedAPI {
    /// The commands of the app and of its installed apps.
    var commands: [any ParsableCommand.Type] {
        parts.flatMap { ($0 as? any ManagementCommands.Type)?.commands ?? [] }
    }

    /// The API and its installed apps.
    var parts: [any Any.Type] { [type] + installedApps.map { $0 as any Any.Type } }
}

/// The executable of an app as a command with subcommands.
struct AppCommand: AsyncParsableCommand {
    /// The API and its additional commands.
    struct App: Sendable {
        let api: ServedAPI
        let commands: [any ParsableCommand.Type]

        @TaskLocal static var current: App?
    }

    static var configuration: CommandConfiguration {
        let app = App.current
        return CommandConfiguration(
            commandName: CommandLine.arguments.first.map { String($0.split(separator: "/").last ?? "") } ?? "app",
            abstract: "Serves \(app?.api.name ?? "the API") and manages it.",
            subcommands: [
                ServeCommand.self, RoutesCommand.self, CheckCommand.self, MakeMigrationsCommand.self,
                SquashMigrationsCommand.self, MigrateCommand.self, ShowMigrationsCommand.self, SQLMigrateCommand.self,
                DumpDataCommand.self, LoadDataCommand.self, DatabaseShellCommand.self, InspectDatabaseCommand.self,
                GenerateSchemaCommand.self, ServeCommandsCommand.self,
            ]
                + (app?.commands ?? []),
            defaultSubcommand: ServeCommand.self)
    }

    /// The result of a command: the exit code and a message.
    struct Outcome {
        let code: Int32
        let message: String
    }

    static func main(_ api: ServedAPI) async {
        let outcome = await run(Array(CommandLine.arguments.dropFirst()), api, api.commands)
        if !outcome.message.isEmpty {
            if outcome.code == 0 { print(outcome.message) } else { printError(outcome.message + "\n") }
        }
        fflush(nil)
        endProcess(outcome.code)
    }

    /// Runs the command in the arguments, in the environment that the app configures.
    static func run(
        _ arguments: [String], _ api: ServedAPI, _ commands: [any ParsableCommand.Type]
    ) async -> Outcome {
        await App.$current.withValue(App(api: api, commands: commands)) {
            do {
                var command = try parseAsRoot(arguments)
                if command is any DocumentCommand { return try await run(&command) }
                return try await AppSettings.$current.withValue(AppSettings.read()) {
                    let configuration = try await api.configured(for: command)
                    return try await AppConfiguration.$current.withValue(configuration) {
                        try await configuration.environment.run { try await run(&command) }
                    }
                }
            } catch {
                return Outcome(error)
            }
        }
    }

    /// Runs the command in the arguments, in the current environment.
    static func outcome(of arguments: [String]) async -> Outcome {
        do {
            var command = try parseAsRoot(arguments)
            return try await run(&command)
        } catch {
            return Outcome(error)
        }
    }

    private static func run(_ command: inout any ParsableCommand) async throws -> Outcome {
        if var asynchronous = command as? any AsyncParsableCommand {
            try await asynchronous.run()
        } else {
            try command.run()
        }
        return Outcome(code: 0, message: "")
    }
}

extension ServedAPI {
    /// The settings of the app for a command: from the environment, then from its `configure` function.
    fileprivate func configured(for command: any ParsableCommand) async throws -> AppConfiguration {
        var start = AppConfiguration()
        if let key = start.settings.string(forKey: "secret.key", isSecret: true), !key.isEmpty {
            start.environment.secretKey = key
        }
        var app = try await configuration(startingWith: start)
        if let count = try ServerSetting.proxyCount.value(in: app.settings) { app.proxyCount = count }
        if let share = try ServerSetting.contractChecks.value(in: app.settings) { app.contractChecks = .sampled(share) }
        let usesDatabase = (command as? any DatabaseCommand)?.usesAppDatabase
        if usesDatabase != false { try await app.openDatabase(for: self, always: usesDatabase ?? false) }
        return app
    }
}

extension AppConfiguration {
    /// Opens the database in the environment variable `DATABASE_URL`.
    ///
    /// - Parameters:
    ///   - api: The app's API.
    ///   - always: Whether the database is opened even if the app has no models.
    mutating func openDatabase(for api: ServedAPI, always: Bool = false) async throws {
        let stated = settings.string(forKey: "database.url", isSecret: true) ?? ""
        let url = stated.isEmpty ? Database.defaultURL : stated
        if always, environment.database == nil { environment.database = try await Database(url: url) }
        try await openDatabase(for: api, url: url)
    }
}

extension AppCommand.Outcome {
    /// Creates the result for an error.
    fileprivate init(_ error: any Error) {
        let readable = PlainFailure(error) ?? error
        self.init(code: AppCommand.exitCode(for: readable).rawValue, message: AppCommand.fullMessage(for: readable))
    }
}

extension AppConfiguration {
    /// The settings of the app while one of its commands runs.
    @TaskLocal static var current: AppConfiguration?
}

/// A command that needs only the API, not the dependencies of the app.
protocol DocumentCommand {}

/// A command that opens a database even if the app has no models.
protocol DatabaseCommand {
    /// Whether the command uses the database of the app.
    var usesAppDatabase: Bool { get }
}

/// An error with a message for the terminal.
private struct PlainFailure: Error, CustomStringConvertible {
    let description: String

    /// Creates a message for a known error, or returns `nil` for other errors.
    init?(_ error: any Error) {
        guard let error = error as? IOError else { return nil }
        switch error.errnoCode {
        case EADDRINUSE: description = "The port is in use by another process. Choose a different one with --port."
        case EACCES:
            description = "This process is not allowed to use the port. Choose one above 1023 with --port."
        case EADDRNOTAVAIL: description = "This machine does not have the address. Choose a different one with --host."
        default: return nil
        }
    }
}

/// Ends the process. Inside a command, `exit` refers to a function of swift-argument-parser.
private func endProcess(_ code: Int32) -> Never { exit(code) }

/// Writes to standard error without the C variable `stderr`, which isn't concurrency-safe.
private func printError(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
