package import ConcordCore

extension Database {
    /// The default URL of the database.
    package static let defaultURL = "sqlite:db.sqlite3"

    /// Opens a database with the driver for the scheme of its URL.
    ///
    /// - Parameter url: The URL: `sqlite:db.sqlite3`, `sqlite::memory:` or `postgres://user@host/name`. Append
    ///   `?pool=20` to set the maximum number of connections.
    /// - Throws: `DatabaseRequired` if the app links no driver for the scheme, or ``DatabaseError`` if the
    ///   database can't be opened.
    public init(url: String) async throws {
        let scheme = String(url.prefix { $0 != ":" }).lowercased()
        guard let driver = Self.drivers.first(where: { $0.schemes.contains(scheme) }) else {
            throw ServedAPI.DatabaseRequired(scheme: scheme)
        }
        let (plain, poolSize) = try Self.poolSize(of: url)
        self.init(try await driver.open(plain, poolSize: poolSize))
    }

    /// Removes Concord's own parameter `pool` from a URL such as `postgres://user@host/name?sslmode=require&pool=20`.
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

    /// The drivers in the executable.
    ///
    /// They are found by name at run time. An app that depends on the product of a driver needs no code for it, and an
    /// app without drivers compiles none.
    private static let drivers: [any DatabaseDriverType.Type] = [
        "13ConcordSQLite12SQLiteDriverO", "17ConcordPostgreSQL16PostgreSQLDriverO",
    ].compactMap { _typeByName($0) as? any DatabaseDriverType.Type }
}

extension AppConfiguration {
    /// Opens the database of an app with models, unless its `configure` function has set one.
    ///
    /// An app needs no driver if its models are neither listed nor served by a generic view.
    ///
    /// - Parameters:
    ///   - api: The API.
    ///   - url: The URL of the database.
    /// - Throws: An error of ``Database/init(url:)``.
    package mutating func openDatabase(for api: ServedAPI, url: String) async throws {
        guard environment.database == nil, !api.models.isEmpty else { return }
        do {
            environment.database = try await Database(url: url)
        } catch is ServedAPI.DatabaseRequired where api.servedModels.isEmpty {
            return
        }
    }
}
