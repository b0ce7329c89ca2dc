/// The files of a migration that is added to those of an API.
package struct NewMigration {
    /// The qualified name of the API's type.
    private let api: String
    /// The names of the API's migrations, in order.
    private let earlier: [String]
    /// The beginning of the file's name.
    private let prefix: String

    /// A file in the folder of the migrations.
    package struct File: Equatable, Sendable {
        /// The name of the file.
        package let name: String
        /// Its text.
        package let text: String
    }

    /// Describes the place of a migration.
    ///
    /// - Parameters:
    ///   - api: The qualified name of the API's type.
    ///   - earlier: The names of the API's migrations, in order.
    ///   - prefix: The beginning of the file's name, or `nil` for the next number.
    package init(of api: String, after earlier: [String], prefix: String? = nil) {
        self.api = api
        self.earlier = earlier
        self.prefix = prefix ?? MigrationNumber.padded(MigrationNumber.next(after: earlier))
    }

    /// Returns the file that already has the number of the migration, from the names of the files in the folder.
    package func fileWithSameNumber(among names: [String]) -> String? {
        names.first { $0.hasPrefix(prefix + "_") || $0 == prefix + ".swift" }
    }

    /// Returns the file of the migration, and the file with the list of migrations.
    ///
    /// - Parameters:
    ///   - name: What follows the number in the names of the file and the type; nil for a title of the operations.
    ///   - source: Makes the source of the migration with the name of its type.
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
    /// The text as a part of a file's name: what is neither a letter nor a digit becomes an underscore.
    fileprivate var fileName: String { String(map { $0.isLetter || $0.isNumber ? $0 : "_" }) }

    /// The name of the type in the file of a migration: `Migration0002StationElevation` in `0002_station_elevation`.
    fileprivate var migrationType: String {
        "Migration" + split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
