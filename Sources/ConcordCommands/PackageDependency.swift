import ConcordSwiftPrinter
import Foundation

/// The dependency of a scaffolded package on Concord.
public enum PackageDependency: Hashable, Sendable {
    /// A folder with a clone of Concord.
    case folder(String)
    /// The URL of a repository, and the minimum version.
    case repository(String, from: String)

    /// Returns the manifest's entry for a package in a folder.
    func entry(for output: String) -> String {
        switch self {
        case .folder(let folder):
            ".package(name: \"concord\", path: \(SwiftWriter.literal(Self.path(from: output, to: folder))))"
        case .repository(let url, let version):
            ".package(url: \(SwiftWriter.literal(url)), from: \(SwiftWriter.literal(version)))"
        }
    }

    /// The name by which targets refer to the package. SwiftPM derives it from the last component of the URL.
    var identity: String {
        guard case .repository(let url, _) = self else { return "concord" }
        let last = url.split(whereSeparator: { $0 == "/" || $0 == ":" }).last.map(String.init) ?? url
        return (last.hasSuffix(".git") ? String(last.dropLast(4)) : last).lowercased()
    }

    /// Returns the relative path between two folders, which need not exist.
    private static func path(from start: String, to end: String) -> String {
        let start = parts(of: start)
        let end = parts(of: end)
        let shared = zip(start, end).prefix { $0 == $1 }.count
        let path = Array(repeating: "..", count: start.count - shared) + end[shared...]
        return path.isEmpty ? "." : path.joined(separator: "/")
    }

    private static func parts(of path: String) -> [String] {
        URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents.filter { $0 != "/" }
    }
}
