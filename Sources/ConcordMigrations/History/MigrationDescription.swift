/// A migration, whether it is a type of the running program or is read from a file.
package protocol MigrationDescription: Sendable {
    /// The name of the type.
    var name: String { get }
    /// The names of the migrations that have to be applied before this one.
    var dependencyNames: [String] { get }
    /// The names of the migrations that this one replaces.
    var replaces: [String] { get }
    /// Whether the migration is one of an installed app.
    var isInstalled: Bool { get }
    /// What the migration does, in order.
    var changes: [MigrationChange] { get }
}

extension Array where Element: MigrationDescription {
    /// The migrations, each after those that it depends on and that are found by their names.
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
