import ConcordDeclarations
import ConcordDiagnostics
import ConcordMigrations
import ConcordOutline
import Foundation

/// Writes a migration for the changes in the models, which it reads from the sources.
///
/// It compares the declarations of models with the state that results from the migrations. The app's own command does
/// the same with the types of the built program, and writes the same files.
public struct MakeMigrations: Sendable {
    /// The action of the command.
    public enum Action: Sendable {
        /// Writes a migration for the changes.
        case write
        /// Writes nothing, and reports whether a migration is missing.
        case check
        /// Writes a migration without operations.
        case empty
        /// Writes a migration that depends on the last migrations of several branches.
        case merge
        /// Writes nothing, and reports whether the branches need a migration that joins them.
        case checkMerge
    }

    /// The folders and files with Swift code. If the array is empty, the targets of the nearest package are read.
    public var sources: [String]
    /// The action of the command.
    public var action: Action
    /// The name of the `@API` if the code declares several.
    public var api: String?
    /// The part of the file name after the number.
    public var name: String?
    /// The folder of the migrations, or `nil` for the folder of the existing ones or `Migrations` in the API's target.
    public var directory: String?
    /// Renamed tables and columns: `station.name=station.title`.
    public var renames: [String] = []
    /// The values of new columns in existing rows: `station.code=X`.
    public var defaults: [String] = []
    /// The flags that `-D` defines, which determine the active blocks of `#if`.
    public var flags: Set<String> = []

    /// Creates a command that reads Swift code.
    public init(
        sources: [String], action: Action = .write, api: String? = nil, name: String? = nil, directory: String? = nil
    ) {
        self.sources = sources
        self.action = action
        self.api = api
        self.name = name
        self.directory = directory
    }

    /// Writes the migration, unless a part of the code can't be read.
    ///
    /// - Parameter isRenamed: A closure that asks whether a name was changed to another one, or `nil` without a
    ///   terminal.
    public func run(asking isRenamed: ((_ old: String, _ new: String) -> Bool)? = nil) -> Outcome {
        let swift = SwiftProgram(sources, defining: flags)
        guard swift.isWhole, !swift.diagnostics.containsError else {
            return Outcome(swift.diagnostics, status: .unusable)
        }
        do throws(Refusal) {
            let app = try MigratedApp(swift, api: api)
            return try run(app, asking: action == .check ? nil : isRenamed)
        } catch {
            return Outcome(error.diagnostics, status: .unusable)
        }
    }

    private func run(
        _ app: MigratedApp, asking isRenamed: ((_ old: String, _ new: String) -> Bool)?
    ) throws(Refusal) -> Outcome {
        let graph = try refusing { try MigrationGraph(app.migrations) }
        if action == .merge || action == .checkMerge { return try merge(graph, of: app) }
        try refusing { try graph.checkForConflicts() }
        let leaves = graph.leaves.map(\.name)
        if action == .empty { return try write(of: app) { MigrationSource($0, after: leaves, []) } }
        let changes = try changes(of: app, graph, asking: isRenamed)
        if changes.operations.isEmpty { return Outcome(output: Array("No changes.\n".utf8)) }
        let notes =
            changes.warnings.map { Diagnostic(.warning, "migration-warning", $0, at: nil) }
            + changes.renameNotes.map { Diagnostic(.note, "possible-rename", $0, at: nil) }
        if action == .check {
            return Outcome(
                notes, status: .found,
                output: Array("The models have changed. Run 'makemigrations' to write a migration.\n".utf8))
        }
        return try write(of: app, notes) { MigrationSource($0, after: leaves, changes.operations) }
    }

    private func changes(
        of app: MigratedApp, _ graph: MigrationGraph<MigrationFile>,
        asking isRenamed: ((_ old: String, _ new: String) -> Bool)?
    ) throws(Refusal) -> ModelChanges {
        let new = MigrationState(app.tables)
        let old = try refusing { try app.state(after: graph.migrations) }
        var values = app.defaults
        for text in defaults {
            let (name, value) = try pair(text, option: "--default", example: "station.code=X")
            guard let column = new.column(name) else {
                throw Refusal(
                    "unknown-column", "the models have no column '\(name)'", help: "use --default TABLE.COLUMN=VALUE")
            }
            values[name] = try refusing("the value for '\(name)' is not valid") {
                try ColumnLiteral(stated: value, for: column.type)
            }
        }
        var renamed: [(old: String, new: String)] = []
        for text in renames {
            let (old, new) = try pair(text, option: "--rename", example: "station.name=station.title")
            renamed.append((old, new))
        }
        let changes = ModelChanges(from: old, to: new, renamed: renamed, initialValues: values, asking: isRenamed)
        guard changes.problems.isEmpty else { throw Refusal(changes.problems.map(app.diagnostic)) }
        return changes
    }

    private func pair(_ text: String, option: String, example: String) throws(Refusal) -> (String, String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else {
            throw Refusal("invalid-option", "'\(text)' must contain '='", help: "use \(option) \(example)")
        }
        return (parts[0], parts[1])
    }

    private func merge(_ graph: MigrationGraph<MigrationFile>, of app: MigratedApp) throws(Refusal) -> Outcome {
        let merge = MigrationMerge(graph)
        guard merge.leaves.count > 1 else { return Outcome(output: Array("No conflicts.\n".utf8)) }
        guard merge.problems.isEmpty else {
            throw Refusal(merge.problems.map { Diagnostic(.error, "conflicting-migrations", $0, at: nil) })
        }
        let warnings = merge.warnings.map { Diagnostic(.warning, "migration-warning", $0, at: nil) }
        if action == .checkMerge {
            return Outcome(
                warnings, status: .found,
                output: Array("The migrations conflict. Run 'makemigrations --merge' to join them.\n".utf8))
        }
        return try write(of: app, warnings) { MigrationSource($0, after: merge.leaves, []) }
    }

    // MARK: Files

    private func write(
        of app: MigratedApp, _ notes: [Diagnostic] = [], _ source: (String) -> MigrationSource
    ) throws(Refusal) -> Outcome {
        let folder = directory ?? app.folder
        let migration = NewMigration(of: app.name, after: app.migrations.map(\.name))
        let existing = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        if let other = migration.fileWithSameNumber(among: existing.sorted()) {
            throw Refusal(
                "unlisted-migration", "'\(folder)/\(other)' is not in the array 'migrations' of '\(app.name)'",
                help: "add its migration to the array, or delete the file")
        }
        let files = migration.files(named: name, source)
        let written = [files.migration, files.list]
        let problems = OutputFolder(folder, isReplacing: true).write(
            written.map { OutputFile(path: $0.name, text: $0.text) })
        if problems.containsError { return Outcome(notes + problems) }
        let lines = written.map { "wrote \(folder)/\($0.name)\n" }.joined()
        return Outcome(notes, output: Array(lines.utf8))
    }

    /// Runs a function, and stops with a ``Refusal`` if it throws a ``MigrationError``.
    private func refusing<Result>(
        _ subject: String? = nil, _ function: () throws -> Result
    ) throws(Refusal) -> Result {
        do {
            return try function()
        } catch {
            let lines = "\(error)".split(separator: "\nhelp: ", maxSplits: 1).map(String.init)
            throw Refusal(
                "migrations", (subject.map { $0 + ": " } ?? "") + (lines.first ?? ""),
                help: lines.count > 1 ? lines[1] : nil)
        }
    }
}

/// The reasons for which no migration is written.
struct Refusal: Error {
    var diagnostics: [Diagnostic]

    init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

    init(_ code: String, _ message: String, at mark: SourceMark = SourceMark(), help: String? = nil) {
        diagnostics = [Diagnostic(.error, code, message, at: mark.position, help: help)]
    }
}
