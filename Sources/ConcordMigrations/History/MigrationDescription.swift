/// A migration: a type of the running program, or one that is read from a file.
package protocol MigrationDescription: Sendable {
    /// The name of the type.
    var name: String { get }
    /// The names of the migrations that must be applied before this one.
    var dependencyNames: [String] { get }
    /// The names of the migrations that this one replaces.
    var replaces: [String] { get }
    /// Whether the migration belongs to an installed app.
    var isInstalled: Bool { get }
    /// The operations of the migration, in order.
    var changes: [MigrationChange] { get }
}

extension Array where Element: MigrationDescription {
    /// Returns the migrations, each after those of its dependencies that the closure finds by name.
    package func sorted(findingDependencies find: (String) -> Element?) -> [Element] {
        var sorted: [Element] = []
        var seen: Set<String> = []
        func add(_ migration: Element) {
            guard seen.insert(migration.name).inserted else { return }
            for dependency in migration.dependencyNames { find(dependency).map(add) }
            sorted.append(migration)
        }
        for migration in self { add(migration) }
        return sorted
    }
}
