import ConcordSwiftReader

/// A module of Concord whose views and serializers an app can list without declaring them.
///
/// The commands read the sources of the app alone, so they have the text of the module's declarations with them.
struct ReadyModule: Sendable {
    /// The name that the app imports.
    let name: String
    /// The files with declarations that a document may contain.
    let sources: [SwiftReader.Source]

    /// Names the files of a module, with their text.
    init(_ name: String, _ files: KeyValuePairs<String, String>) {
        self.name = name
        sources = files.map { SwiftReader.Source(path: "\(name)/\($0)", bytes: Array($1.utf8)) }
    }

    /// The names of the apps that an API installs to adopt modules of Concord.
    static let installedApps: Set = ["Users", "Admin"]

    /// All ready modules.
    static let all = [users]
}
