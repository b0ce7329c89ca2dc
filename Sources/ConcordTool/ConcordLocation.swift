import ArgumentParser
import ConcordCommands
import Foundation

/// The options that name the copy of Concord a package depends on.
struct ConcordLocation: ParsableArguments {
    @Option(
        help: """
            The Concord that the package uses: the folder of a clone, or with --from the URL of a repository. (default: \
            the clone that this tool was built in)
            """)
    var concord: String?

    @Option(name: .customLong("from"), help: "The minimum version of the repository in --concord, such as 0.1.0.")
    var leastVersion: String?

    /// A Boolean value that indicates whether one of the options is on the command line.
    var isStated: Bool { concord != nil || leastVersion != nil }

    /// The dependency that the options describe.
    ///
    /// - Throws: `ValidationError` if no option names a copy and the clone that the tool was built in no longer exists.
    var dependency: PackageDependency {
        get throws {
            if let concord, let leastVersion { return .repository(concord, from: leastVersion) }
            if let folder = concord ?? Self.clone { return .folder(folder) }
            throw ValidationError(
                "the clone of Concord that this tool was built from no longer exists; pass one with --concord")
        }
    }

    func validate() throws {
        if let concord, Self.isURL(concord), leastVersion == nil {
            throw ValidationError("--concord \(concord) is a repository; pass its minimum version with --from")
        }
        guard let leastVersion else { return }
        guard concord.map(Self.isURL) ?? false else {
            throw ValidationError("--from requires the URL of a repository in --concord")
        }
        guard leastVersion.wholeMatch(of: /\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?/) != nil else {
            throw ValidationError("--from requires a version such as 0.1.0, not '\(leastVersion)'")
        }
    }

    private static func isURL(_ text: String) -> Bool { text.contains("://") || text.hasPrefix("git@") }

    private static var clone: String? {
        let source = URL(filePath: #filePath)
        let clone = source.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return FileManager.default.fileExists(atPath: clone.appending(path: "Package.swift").path) ? clone.path : nil
    }
}
