import ConcordDiagnostics
import ConcordMigrations
import ConcordOutline

/// A migration, as declared in its file.
struct MigrationFile: MigrationDescription {
    let name: String
    let dependencyNames: [String]
    let replaces: [String]
    let isInstalled: Bool
    let changes: [MigrationChange]
}

/// Reads the declarations of migrations.
struct MigrationReading {
    private let types: SourceTypes
    private var read: [String: MigrationFile] = [:]
    /// The errors so far.
    private(set) var diagnostics: [Diagnostic] = []

    init(_ types: SourceTypes) { self.types = types }

    /// Returns the listed migrations, each after those that it depends on.
    mutating func migrations(_ listed: [ListedType]) -> [MigrationFile] {
        for migration in listed { read(migration) }
        let names = listed.compactMap { types.find($0.path)?.typeName }
        return names.compactMap { read[$0] }.sorted { read[$0] }
    }

    private mutating func read(_ migration: ListedType) {
        guard let type = types.find(migration.path) else {
            diagnostics.append(
                Diagnostic(
                    .error, "unknown-migration",
                    "the migration '\(migration.path.joined(separator: "."))' is not in the sources",
                    at: migration.mark.position,
                    help: "remove its line if you have deleted its file, or pass the file or its folder too"))
            return
        }
        guard read[type.typeName] == nil else { return }
        let dependencies = list("dependencies", of: type)
        let declared = types.declaration(of: type)?.mark ?? migration.mark
        // Registered before its dependencies are read, in case they are circular.
        read[type.typeName] = MigrationFile(
            name: type.typeName,
            dependencyNames: dependencies.compactMap { types.find($0.path, in: type.components)?.typeName },
            replaces: replaces(of: type), isInstalled: types.states("InstalledMigration", of: type),
            changes: changes(of: type, declared))
        for dependency in dependencies { read(dependency) }
    }

    private mutating func list(_ property: String, of type: String) -> [ListedType] {
        if let list = types.list(property, of: type) { return list }
        report(property, of: type)
        return []
    }

    private mutating func replaces(of type: String) -> [String] {
        guard let value = types.staticValue("replaces", of: type) else { return [] }
        guard case .array(let elements) = value.value else {
            report("replaces", of: type)
            return []
        }
        return elements.compactMap { if case .string(let name) = $0 { name } else { nil } }
    }

    private mutating func changes(of type: String, _ declared: SourceMark) -> [MigrationChange] {
        guard let value = types.staticValue("operations", of: type), case .array(let elements) = value.value else {
            report("operations", of: type, at: declared)
            return []
        }
        var reading = OperationReading(types)
        let changes = elements.enumerated().compactMap { index, element in
            reading.change(Argument(nil, element, mark: value.mark.element(index)))
        }
        diagnostics += reading.diagnostics
        return changes
    }

    private mutating func report(_ property: String, of type: String, at mark: SourceMark = SourceMark()) {
        diagnostics.append(
            Diagnostic(
                .error, "computed-migration", "'\(property)' of '\(type)' must be an array literal",
                at: types.staticValue(property, of: type)?.mark.position ?? mark.position,
                help: .builtCommand(or: "write the elements in the array literal")))
    }
}

extension String {
    /// The last component of a qualified name, under which a database records a migration.
    var typeName: String { components.last ?? self }
}
