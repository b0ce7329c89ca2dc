package import ConcordCore

extension Database {
    /// Where a database is when nothing says otherwise.
    package static let defaultURL = "sqlite:db.sqlite3"

    /// Opens the database of a URL with the driver that the app's package names for its scheme.
    ///
    /// - Parameter url: `sqlite:db.sqlite3`, `sqlite::memory:` or `postgres://user@host/name`.
    /// - Throws: ``ServedAPI/DatabaseRequired`` if no driver for the scheme is a part of the app, ``DatabaseError`` if the
    ///   database can't be opened.
    public init(url: String) async throws {
        let scheme = String(url.prefix { $0 != ":" }).lowercased()
        guard let driver = Self.drivers.first(where: { $0.schemes.contains(scheme) }) else {
            throw ServedAPI.DatabaseRequired(scheme: scheme)
        }
        self.init(try await driver.open(url))
    }

    /// The drivers that are a part of the executable.
    ///
    /// They are found by their names: an app that names a driver's product in its package needs no line of code for it, and one
    /// that names none compiles none.
    private static let drivers: [any DatabaseDriverType.Type] = [
        "13ConcordSQLite12SQLiteDriverO", "17ConcordPostgreSQL16PostgreSQLDriverO",
    ].compactMap { _typeByName($0) as? any DatabaseDriverType.Type }
}

extension AppConfiguration {
    /// Opens the database of an app that has models, unless its `configure` function has set one.
    ///
    /// An app whose models are only declared, and not stated or served by a generic view, needs no driver.
    ///
    /// - Parameters:
    ///   - api: The API.
    ///   - url: Where the database is.
    /// - Throws: What ``Database/init(url:)`` throws.
    package mutating func openDatabase(for api: ServedAPI, url: String) async throws {
        guard environment.database == nil, !api.models.isEmpty else { return }
        do {
            environment.database = try await Database(url: url)
        } catch is ServedAPI.DatabaseRequired where api.servedModels.isEmpty {
            return
        }
    }
}
