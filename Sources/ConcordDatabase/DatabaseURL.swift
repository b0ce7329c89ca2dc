package import ConcordCore

extension Database {
    /// Where a database is when nothing says otherwise.
    package static let defaultURL = "sqlite:db.sqlite3"

    /// Opens the database of a URL with the driver that the app's package names for its scheme.
    ///
    /// - Parameter url: `sqlite:db.sqlite3`, `sqlite::memory:` or `postgres://user@host/name`, with `?pool=20` for another number of
    ///   connections.
    /// - Throws: ``ServedAPI/DatabaseRequired`` if no driver for the scheme is a part of the app, ``DatabaseError`` if the
    ///   database can't be opened.
    public init(url: String) async throws {
        let scheme = String(url.prefix { $0 != ":" }).lowercased()
        guard let driver = Self.drivers.first(where: { $0.schemes.contains(scheme) }) else {
            throw ServedAPI.DatabaseRequired(scheme: scheme)
        }
        let (plain, poolSize) = try Self.poolSize(of: url)
        self.init(try await driver.open(plain, poolSize: poolSize))
    }

    /// Takes the parameter `pool` from a URL, which is Concord's own: `postgres://user@host/name?sslmode=require&pool=20`.
    private static func poolSize(of url: String) throws -> (url: String, poolSize: Int?) {
        let parts = url.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return (url, nil) }
        let parameters = parts[1].split(separator: "&")
        let rest = parameters.filter { !$0.hasPrefix("pool=") }
        let plain = String(parts[0]) + (rest.isEmpty ? "" : "?" + rest.joined(separator: "&"))
        guard let text = parameters.last(where: { $0.hasPrefix("pool=") })?.dropFirst("pool=".count) else {
            return (url, nil)
        }
        guard let size = Int(text), size > 0 else {
            throw DatabaseError(.unavailable, "'pool' in the URL of the database must be an integer of at least 1.")
        }
        return (plain, size)
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
