/// The files of a new migration of an API.
package struct NewMigration {
    /// The qualified name of the API's type.
    private let api: String
    /// The names of the API's migrations, in order.
    private let earlier: [String]
    /// The start of the file name.
    private let prefix: String

    /// A file in the folder of the migrations.
    package struct File: Equatable, Sendable {
        /// The name of the file.
        package let name: String
        /// The text of the file.
        package let text: String
    }

    /// Creates the files of a migration that follows earlier ones.
    ///
    /// - Parameters:
    ///   - api: The qualified name of the API's type.
    ///   - earlier: The names of the API's migrations, in order.
    ///   - prefix: The start of the file name, or `nil` for the next number.
    package init(of api: String, after earlier: [String], prefix: String? = nil) {
        self.api = api
        self.earlier = earlier
        self.prefix = prefix ?? MigrationNumber.padded(MigrationNumber.next(after: earlier))
    }

    /// Returns the file that already has the number of the migration, from the names of the files in the folder.
    package func fileWithSameNumber(among names: [String]) -> String? {
        names.first { $0.hasPrefix(prefix + "_") || $0 == prefix + ".swift" }
    }

    /// Returns the file of the migration, and the file with the array of migrations.
    ///
    /// - Parameters:
    ///   - name: The part of the file and type names after the number, or `nil` for a title from the operations.
    ///   - source: Returns the source of the migration for the name of its type.
    package func files(named name: String?, _ source: (String) -> MigrationSource) -> (migration: File, list: File) {
        let title = (name ?? source("").title).fileName
        let file = title.isEmpty ? prefix : "\(prefix)_\(title)"
        let type = file.migrationType
        return (
            File(name: "\(file).swift", text: source(type).text), File(name: "Migrations.swift", text: list(with: type))
        )
    }

    private func list(with type: String) -> String {
        let types = (earlier + [type]).map { "\($0).self" }
        return """
            import Concord

            // 'makemigrations' writes this file.
            extension \(api): MigratedAPI {
                static let migrations: [any Migration.Type] = [
                    \(types.joined(separator: ",\n        "))\(types.count == 1 ? "" : ",")
                ]
            }

            """
    }
}

extension String {
    /// The text as part of a file name. Characters other than letters and digits become underscores.
    fileprivate var fileName: String { String(map { $0.isLetter || $0.isNumber ? $0 : "_" }) }

    /// The name of the type in the file of a migration: `Migration0002StationElevation` in `0002_station_elevation`.
    fileprivate var migrationType: String {
        "Migration" + split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
