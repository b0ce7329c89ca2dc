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
    package var migrations: [any Migration.Type] { ownMigrations.isEmpty ? [] : installedMigrations + ownMigrations }

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
        var sorted: [any Migration.Type] = []
        var seen: Set<ObjectIdentifier> = []
        func add(_ migration: any Migration.Type) {
            guard seen.insert(ObjectIdentifier(migration)).inserted else { return }
            for dependency in migration.dependencies { add(dependency) }
            sorted.append(migration)
        }
        for migration in migrations { add(migration) }
        return sorted
    }
}

/// The number of a migration, and the last number that it stands for: `Migration0004Data`, `Migration0001Squashed0004`.
package struct MigrationNumber: Equatable, Sendable {
    /// The first number in the name.
    package let first: Int
    /// The last migration that a squashed migration replaces; the same number for any other migration.
    package let last: Int

    /// Reads the numbers of a migration's name; nil for a name without a number.
    package init?(_ name: String) {
        guard let match = name.firstMatch(of: /^Migration(\d+)(?:Squashed(\d+))?/), let first = Int(match.1) else {
            return nil
        }
        self.first = first
        last = match.2.flatMap { Int($0) } ?? first
    }

    /// The number with the zeros that it has in names.
    package static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
