/// The migrations of an app, in the order in which a database applies them.
///
/// The graph never contains both a squashed migration and the migrations that it replaces. It contains the squashed
/// migration, unless the database has applied only some of the replaced migrations.
package struct MigrationGraph<Element: MigrationDescription>: Sendable {
    /// The migrations, each after those that it depends on.
    package let migrations: [Element]
    /// The names of the migrations that each migration directly depends on.
    private let dependencies: [String: Set<String>]

    /// Creates the graph of migrations.
    ///
    /// - Parameters:
    ///   - all: All migrations of the app, with squashed migrations and those that they replace.
    ///   - applied: The names of the migrations that the database has applied.
    /// - Throws: ``MigrationError`` if the database has applied only some of the migrations that a squashed migration
    ///   replaces, and the app no longer contains the others.
    package init(_ all: [Element], applied: Set<String> = []) throws {
        let replacements = try MigrationReplacements(all, applied: applied)
        let present = all.filter { !replacements.isAbsent($0.name) }
        let byName = Dictionary(present.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let installed = Set(present.filter(\.isInstalled).map { $0.name })
        var dependencies: [String: Set<String>] = [:]
        for migration in present {
            let names = Set(migration.dependencyNames.flatMap(replacements.resolved))
            // The first migration of an API comes after those of its installed apps.
            let isFirst = names.isEmpty && !installed.contains(migration.name)
            dependencies[migration.name] = isFirst ? installed : names.subtracting([migration.name])
        }
        var sorted: [Element] = []
        var seen: Set<String> = []
        func add(_ migration: Element) {
            guard seen.insert(migration.name).inserted else { return }
            for dependency in (dependencies[migration.name] ?? []).sorted() { byName[dependency].map(add) }
            sorted.append(migration)
        }
        for migration in present { add(migration) }
        migrations = sorted
        self.dependencies = dependencies
    }

    /// The migrations on which no other migration depends. There is one, unless two branches were merged in version
    /// control.
    package var leaves: [Element] {
        let needed = dependencies.values.reduce(into: Set<String>()) { $0.formUnion($1) }
        return migrations.filter { !needed.contains($0.name) }
    }

    /// Checks that there is only one last migration.
    ///
    /// - Throws: ``MigrationError`` with the names of the last migrations.
    package func checkForConflicts() throws {
        let leaves = leaves.map { $0.name }
        guard leaves.count > 1, let last = leaves.last else { return }
        throw MigrationError(
            "conflicting migrations: \(leaves.dropLast().joined(separator: ", ")) and \(last) have no migration after them"
                + "\nhelp: run 'makemigrations --merge' to write a migration that joins them")
    }

    /// The names of the migrations that a migration directly depends on.
    func dependencies(of name: String) -> Set<String> { dependencies[name] ?? [] }

    /// The names of the migrations that must be applied before a migration.
    package func ancestors(of name: String) -> Set<String> {
        var found: Set<String> = []
        var open = Array(dependencies[name] ?? [])
        while let next = open.popLast() {
            if found.insert(next).inserted { open += dependencies[next] ?? [] }
        }
        return found
    }

    /// The names of the migrations that can only be applied after a migration.
    package func descendants(of name: String) -> Set<String> {
        Set(migrations.map { $0.name }.filter { ancestors(of: $0).contains(name) })
    }

    /// Returns the migrations in a set on which no other migration in the set depends.
    func leaves(among names: Set<String>) -> [String] {
        let needed = names.reduce(into: Set<String>()) { $0.formUnion(ancestors(of: $1)) }
        return migrations(named: names.subtracting(needed)).map { $0.name }
    }

    /// Returns the migrations with the given names, in order.
    package func migrations(named names: Set<String>) -> [Element] {
        migrations.filter { names.contains($0.name) }
    }

    /// Returns the migration with the name that a user enters: `Migration0002Colour`, `0002` or `2`.
    ///
    /// - Throws: ``MigrationError`` if no migration has the name, or more than one.
    package func migration(_ name: String) throws -> Element {
        if let migration = migrations.first(where: { $0.name == name }) { return migration }
        let matches = migrations.filter { migration in
            Int(name).map { MigrationNumber(migration.name)?.first == $0 } ?? migration.name.hasPrefix(name)
        }
        guard let migration = matches.first else {
            throw MigrationError("no migration '\(name)'\nhelp: 'showmigrations' lists the migrations")
        }
        guard matches.count == 1 else {
            throw MigrationError(
                "'\(name)' is ambiguous: \(matches.map { $0.name }.joined(separator: " or "))\nhelp: use the full name")
        }
        return migration
    }
}

/// The relation between squashed migrations and the migrations that they replace, in a database that has applied some
/// migrations.
package struct MigrationReplacements {
    /// The squashed migrations in the graph, by the names of the migrations that they replace.
    private var replacing: [String: String] = [:]
    /// The replaced migrations in the graph, by the name of the squashed migration that is not in the graph.
    private var replaced: [String: [String]] = [:]

    init(_ all: [some MigrationDescription], applied: Set<String>) throws {
        let applied = Self.counted(all, applied)
        let names = Set(all.map { $0.name })
        for migration in all where !migration.replaces.isEmpty {
            let found = migration.replaces.filter(applied.contains)
            if applied.contains(migration.name) || found.isEmpty {
                for name in migration.replaces { replacing[name] = migration.name }
            } else if names.isSuperset(of: migration.replaces) {
                replaced[migration.name] = migration.replaces
            } else {
                throw MigrationError(
                    "the database has only some of the migrations that \(migration.name) replaces: "
                        + found.joined(separator: ", ")
                        + "\nhelp: restore them, run 'migrate', and then delete them again")
            }
        }
    }

    /// Returns the names of applied migrations, including squashed migrations whose replaced migrations are all
    /// applied.
    package static func counted(_ all: [some MigrationDescription], _ applied: Set<String>) -> Set<String> {
        // A squashed migration can replace another one that precedes it.
        all.filter { !$0.replaces.isEmpty }.reduce(into: applied) { counted, migration in
            if counted.isSuperset(of: migration.replaces) { counted.insert(migration.name) }
        }
    }

    /// Returns whether another migration takes the place of a migration in the graph.
    func isAbsent(_ name: String) -> Bool { replacing[name] != nil || replaced[name] != nil }

    /// Returns the migrations in the graph that a dependency on a migration refers to.
    func resolved(_ name: String) -> [String] {
        if let squashed = replacing[name] { return resolved(squashed) }
        if let names = replaced[name] { return names.flatMap(resolved) }
        return [name]
    }
}
