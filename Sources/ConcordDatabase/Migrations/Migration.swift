package import ConcordCore
@_exported public import ConcordMigrations

/// A step in the history of a database's tables.
///
/// `makemigrations` writes a migration when the models have changed, and `migrate` applies the migrations that a
/// database doesn't have:
///
///     struct Migration0002: Migration {
///         static let dependencies: [any Migration.Type] = [Migration0001.self]
///         static let operations: [MigrationOperation] = [
///             .addField(of: "station", .field("elevation", .double, .null)),
///             .run { database in try await database.execute("UPDATE station SET elevation = 0 WHERE name = 'Harbour'") },
///         ]
///     }
///
/// A migration doesn't refer to the app's models, because they continue to change.
public protocol Migration: Sendable {
    /// The migrations that must be applied before this one.
    static var dependencies: [any Migration.Type] { get }

    /// The operations of the migration, in order.
    static var operations: [MigrationOperation] { get }

    /// The names of the migrations that this one replaces. `squashmigrations` writes them.
    ///
    /// If a database has applied all of them, this migration counts as applied. If it has applied none of them, it
    /// applies this migration instead.
    static var replaces: [String] { get }
}

extension Migration {
    /// The default: no other migrations.
    public static var dependencies: [any Migration.Type] { [] }

    /// The default: no migrations.
    public static var replaces: [String] { [] }

    /// The name under which a database records the migration: the name of the type.
    package static var name: String { String(describing: self) }
}

/// A migration of an installed app. It is applied before the migrations of the API.
public protocol InstalledMigration: Migration {}

/// An API or an installed app with migrations. `makemigrations` writes the conformance of an API.
public protocol MigratedAPI {
    /// All migrations of the app.
    static var migrations: [any Migration.Type] { get }
}

extension ServedAPI {
    /// The migrations of the API and its installed apps, each after those that it depends on. If the API has no
    /// migrations, the array is empty, and the tables are created from the models.
    package var migrations: [any Migration.Type] {
        let own = ownMigrations
        return own.isEmpty ? [] : installedMigrations + own
    }

    /// The migrations of the API itself.
    package var ownMigrations: [any Migration.Type] { Self.sorted(Self.migrations(of: type)) }

    /// The migrations of the installed apps.
    package var installedMigrations: [any Migration.Type] {
        Self.sorted(installedApps.flatMap { Self.migrations(of: $0) })
    }

    private static func migrations(of type: any Any.Type) -> [any Migration.Type] {
        (type as? any MigratedAPI.Type)?.migrations ?? []
    }

    private static func sorted(_ migrations: [any Migration.Type]) -> [any Migration.Type] {
        var all: [String: DeclaredMigration] = [:]
        func add(_ migration: any Migration.Type) {
            guard all.updateValue(DeclaredMigration(migration), forKey: migration.name) == nil else { return }
            for dependency in migration.dependencies { add(dependency) }
        }
        for migration in migrations { add(migration) }
        return migrations.map(DeclaredMigration.init).sorted(findingDependencies: { all[$0] }).map(\.type)
    }
}

/// A migration that is a type in the program.
package struct DeclaredMigration: MigrationDescription {
    /// The type.
    package let type: any Migration.Type

    /// Describes a migration.
    package init(_ type: any Migration.Type) { self.type = type }

    package var name: String { type.name }
    package var dependencyNames: [String] { type.dependencies.map { $0.name } }
    package var replaces: [String] { type.replaces }
    package var isInstalled: Bool { type is any InstalledMigration.Type }
    package var changes: [MigrationChange] { type.operations.map(\.change) }
}

extension MigrationGraph where Element == DeclaredMigration {
    /// Sorts the migrations of the program.
    ///
    /// - Throws: ``ConcordMigrations/MigrationError`` under the same conditions as the initializer with descriptions.
    package init(_ all: [any Migration.Type], applied: Set<String> = []) throws {
        try self.init(all.map(DeclaredMigration.init), applied: applied)
    }
}

extension MigrationState {
    /// Creates the state after all operations of some migrations of the program.
    ///
    /// - Throws: ``ConcordMigrations/MigrationError`` for an operation on something that doesn't exist.
    package init(after migrations: [any Migration.Type]) throws {
        try self.init(after: migrations.map(DeclaredMigration.init))
    }
}
