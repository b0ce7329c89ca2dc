import ArgumentParser
import ConcordCore
import ConcordDatabase

/// `squashmigrations [FROM] TO`: writes one migration that replaces several others.
struct SquashMigrationsCommand: AsyncParsableCommand, DocumentCommand {
    static let configuration = CommandConfiguration(
        commandName: "squashmigrations", abstract: "Write one migration that replaces several.")

    @Argument(help: "The last migration to replace, or the first and the last one.")
    var migrations: [String]

    @OptionGroup var folder: MigrationFolder

    @Option(help: "The part of the file name after the numbers.")
    var name: String?

    func validate() throws {
        guard (1...2).contains(migrations.count) else {
            throw ValidationError("Pass the last migration to replace, or the first and the last one.")
        }
    }

    func run() async throws {
        guard let api = AppCommand.App.current?.api, let last = migrations.last else { return }
        let graph = try MigrationGraph(api.ownMigrations)
        let first = migrations.count == 2 ? migrations.first : nil
        let squash = try MigrationSquash(graph, from: first.map(graph.migration), to: graph.migration(last))
        let count = squash.operationCount
        print("\(count.before) operations became \(count.after).")
        try folder.write(of: api, name: name ?? "", prefix: squash.prefix) { squash.source($0) }
        for reference in squash.references { print("note: the code of \(reference) is not copied; move it by hand") }
    }
}
