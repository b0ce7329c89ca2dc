package import ConcordCore
@_exported public import ConcordMigrations

/// One step of the way from an empty database to the tables of an app's models.
///
/// `makemigrations` writes a migration where the models have changed, and `migrate` applies what a database lacks:
///
///     struct Migration0002: Migration {
///         static let dependencies: [any Migration.Type] = [Migration0001.self]
///         static let operations: [MigrationOperation] = [
///             .addField(of: "station", .field("elevation", .double, .null)),
///             .run { database in try await database.execute("UPDATE station SET elevation = 0 WHERE name = 'Harbour'") },
///         ]
///     }
///
/// A migration never refers to the app's models, which go on changing.
public protocol Migration: Sendable {
    /// The migrations that have to be applied before this one.
    static var dependencies: [any Migration.Type] { get }

    /// What the migration does, in order.
    static var operations: [MigrationOperation] { get }

    /// The names of the migrations that this one replaces: `squashmigrations` writes them.
    ///
    /// A database that has applied all of them counts this one as applied. A database that has applied none of them applies this
    /// one instead.
    static var replaces: [String] { get }
}

extension Migration {
    /// No other migrations.
    public static var dependencies: [any Migration.Type] { [] }

    /// No migrations.
    public static var replaces: [String] { [] }

    /// The name under which a database keeps that the migration was applied: that of the type.
    package static var name: String { String(describing: self) }
}

/// A migration of an installed app. It is applied before the migrations of the API.
public protocol InstalledMigration: Migration {}

/// An API, or an installed app, that has migrations: `makemigrations` writes the conformance of an API.
public protocol MigratedAPI {
    /// All migrations of the app.
    static var migrations: [any Migration.Type] { get }
}

extension ServedAPI {
    /// The migrations that a database needs, each behind those that it depends on. An API without migrations of its own has none:
    /// its database gets all tables as the models declare them.
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

/// A migration that is a type of the program.
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
    /// Orders migrations of the program.
    ///
    /// - Throws: ``MigrationError`` as the initializer with descriptions does.
    package init(_ all: [any Migration.Type], applied: Set<String> = []) throws {
        try self.init(all.map(DeclaredMigration.init), applied: applied)
    }
}

extension MigrationState {
    /// The state after all operations of some migrations of the program.
    ///
    /// - Throws: ``MigrationError`` for an operation on something that isn't there.
    package init(after migrations: [any Migration.Type]) throws {
        try self.init(after: migrations.map(DeclaredMigration.init))
    }
}
