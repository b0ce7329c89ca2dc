import ConcordCore

/// Something that an app's executable does when its name is the first argument: `app serve`.
public struct ManagementCommand: Sendable {
    /// The first argument: `serve`.
    public let name: String
    /// One line for the list of commands.
    public let summary: String
    /// Does it; throws a `UsageError` for arguments that it doesn't take.
    public let run: @Sendable (_ arguments: [String]) async throws -> Void

    /// States the name, one line about it, and what it does with the arguments behind its name.
    public init(
        _ name: String,
        _ summary: String,
        run: @escaping @Sendable (_ arguments: [String]) async throws -> Void
    ) {
        self.name = name
        self.summary = summary
        self.run = run
    }
}

/// Arguments that a command doesn't take.
public struct UsageError: Error, CustomStringConvertible {
    /// What is wrong, for whoever typed it.
    public let description: String

    /// States what is wrong.
    public init(_ description: String) { self.description = description }
}
