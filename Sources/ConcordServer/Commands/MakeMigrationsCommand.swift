import ArgumentParser
import ConcordCore
import ConcordDatabase

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `makemigrations`: writes a migration for the changes in the models.
struct MakeMigrationsCommand: AsyncParsableCommand, DocumentCommand {
    static let configuration = CommandConfiguration(
        commandName: "makemigrations", abstract: "Write a migration for the changes in the models.")

    @OptionGroup var folder: MigrationFolder

    @Option(help: "A renamed table or column: station=place, station.name=station.title.")
    var rename: [String] = []

    @Option(
        name: .customLong("default"),
        help: "The value of a new column for existing rows: station.code=X.")
    var initialValues: [String] = []

    @Option(help: "The part of the file name after the number.")
    var name: String?

    @Flag(help: "Write nothing, and exit with 1 if a migration is missing.")
    var check = false

    @Flag(help: "Write a migration without operations, for custom SQL or code.")
    var empty = false

    @Flag(help: "Write a migration that joins the branches of conflicting migrations.")
    var merge = false

    func validate() throws {
        if empty && (check || merge) {
            throw ValidationError("--empty can't be combined with --check or --merge")
        }
    }

    func run() async throws {
        guard let api = AppCommand.App.current?.api, !api.models.isEmpty else {
            throw ValidationError("The app has no models.")
        }
        let graph = try MigrationGraph(api.ownMigrations)
        if merge { return try mergeBranches(of: graph, api) }
        try graph.checkForConflicts()
        if empty { return try write([], of: api, graph) }
        let changes = try changes(of: api, graph)
        try report(changes.problems.map(\.description))
        if changes.operations.isEmpty { return print("No changes.") }
        for warning in changes.warnings { print("warning: \(warning)") }
        for note in changes.renameNotes { print("note: \(note)") }
        if check {
            print("The models have changed. Run 'makemigrations' to write a migration.")
            throw ExitCode(1)
        }
        try write(changes.operations, of: api, graph)
    }

    private func write(
        _ changes: [MigrationChange], of api: ServedAPI, _ graph: MigrationGraph<DeclaredMigration>
    ) throws {
        try folder.write(of: api, name: name) { type in
            MigrationSource(type, after: graph.leaves.map { $0.name }, changes)
        }
    }

    private func report(_ problems: [String]) throws {
        for problem in problems { print("error: \(problem)") }
        if !problems.isEmpty { throw ExitCode(1) }
    }

    private func changes(of api: ServedAPI, _ graph: MigrationGraph<DeclaredMigration>) throws -> ModelChanges {
        let old = try MigrationState(after: api.installedMigrations + graph.migrations.map(\.type))
        let new = MigrationState(TableDefinition.inOrder(of: api.models))
        var values = TableDefinition.initialValues(of: api.models)
        for text in initialValues {
            let (name, value) = try pair(text)
            values[name] = try statedValue(value, of: name, in: new)
        }
        return ModelChanges(
            from: old, to: new, renamed: try rename.map(pair), initialValues: values, asking: check ? nil : question)
    }

    /// The question to the user at the terminal, or `nil` without a terminal.
    private var question: ((_ old: String, _ new: String) -> Bool)? {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
        return { old, new in
            print("Was '\(old)' renamed to '\(new)'? [y/N] ", terminator: "")
            fflush(nil)
            return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
        }
    }

    private func statedValue(_ text: String, of name: String, in state: MigrationState) throws -> ColumnLiteral {
        guard let column = state.column(name) else {
            throw ValidationError("The models have no column '\(name)'. Use --default TABLE.COLUMN=VALUE.")
        }
        do {
            return try ColumnLiteral(stated: text, for: column.type)
        } catch let error as MigrationError {
            throw ValidationError("The value for '\(name)' is not valid: \(error.description).")
        }
    }

    private func pair(_ text: String) throws -> (old: String, new: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else { throw ValidationError("'\(text)' must contain '='.") }
        return (parts[0], parts[1])
    }

    private func mergeBranches(of graph: MigrationGraph<DeclaredMigration>, _ api: ServedAPI) throws {
        let merge = MigrationMerge(graph)
        guard merge.leaves.count > 1 else { return print("No conflicts.") }
        try report(merge.problems)
        for warning in merge.warnings { print("warning: \(warning)") }
        if check {
            print("The migrations conflict. Run 'makemigrations --merge' to join them.")
            throw ExitCode(1)
        }
        try folder.write(of: api, name: name) { type in
            MigrationSource(type, after: merge.leaves, [])
        }
    }
}
