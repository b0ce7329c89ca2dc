import ConcordCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension API {
    /// The commands that every app has.
    public static var managementCommands: [ManagementCommand] { [.serve(Self.self)] }

    /// Runs the command that the command line names, `serve` without one: `@main` on an API calls this.
    public static func main() async {
        let commands = ManagementCommands(managementCommands)
        exit(await commands.run(Array(CommandLine.arguments.dropFirst())))
    }
}

/// The commands of an app's executable.
public struct ManagementCommands: Sendable {
    private let commands: [ManagementCommand]
    private let writeOutput: @Sendable (String) -> Void
    private let writeError: @Sendable (String) -> Void

    /// Offers these commands, of which the first runs where none is named; unless told otherwise, output and errors go
    /// where the process writes its own.
    public init(
        _ commands: [ManagementCommand],
        output: (@Sendable (String) -> Void)? = nil,
        error: (@Sendable (String) -> Void)? = nil
    ) {
        self.commands = commands
        writeOutput = output ?? { print($0, terminator: "") }
        writeError = error ?? { printError($0) }
    }

    /// Runs the command that the arguments name and returns the exit code: 0 fine, 1 it failed, 2 the arguments are wrong.
    public func run(_ arguments: [String]) async -> Int32 {
        var arguments = arguments
        switch arguments.first {
        case "help", "--help", "-h":
            writeOutput(overview)
            return 0
        case let option? where option.hasPrefix("-"): break
        case let name?:
            arguments.removeFirst()
            guard let command = commands.first(where: { $0.name == name }) else {
                writeError("'\(name)' is no command of this program.\n\n\(overview)")
                return 2
            }
            return await run(command, arguments)
        case nil: break
        }
        guard let command = commands.first else { return 0 }
        return await run(command, arguments)
    }

    private func run(_ command: ManagementCommand, _ arguments: [String]) async -> Int32 {
        do {
            try await command.run(arguments)
            return 0
        } catch let error as UsageError {
            writeError("\(command.name): \(error)\n")
            return 2
        } catch {
            writeError("\(command.name): \(error)\n")
            return 1
        }
    }

    private var overview: String {
        let width = (commands.map(\.name.count).max() ?? 0) + 2
        let lines = commands.map { command in
            "  " + command.name + String(repeating: " ", count: width - command.name.count) + command.summary
        }
        return "Commands:\n\(lines.joined(separator: "\n"))\n"
    }
}

/// Writes to standard error, whose C variable isn't safe to name in concurrent code.
private func printError(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
}
