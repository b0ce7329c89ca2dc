package import ConcordCore

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
}

extension Migration {
    /// No other migrations.
    public static var dependencies: [any Migration.Type] { [] }

    /// The name under which a database keeps that the migration was applied: that of the type.
    package static var name: String { String(describing: self) }
}

/// An API whose app has migrations: `makemigrations` writes the conformance.
public protocol MigratedAPI {
    /// All migrations of the app.
    static var migrations: [any Migration.Type] { get }
}

extension ServedAPI {
    /// The migrations of the app, each behind those that it depends on.
    package var migrations: [any Migration.Type] {
        let stated = (type as? any MigratedAPI.Type)?.migrations ?? []
        var sorted: [any Migration.Type] = []
        var seen: Set<ObjectIdentifier> = []
        func add(_ migration: any Migration.Type) {
            guard seen.insert(ObjectIdentifier(migration)).inserted else { return }
            for dependency in migration.dependencies { add(dependency) }
            sorted.append(migration)
        }
        for migration in stated { add(migration) }
        return sorted
    }
}
