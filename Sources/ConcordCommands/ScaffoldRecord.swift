import ConcordDiagnostics
import ConcordOpenAPI
import Foundation

/// The document that a folder was scaffolded from, stored beside the Swift code. It is the merge base of a merge.
///
/// A document is stored instead of the Swift code, so that its changes in version control are those of the API, and so
/// that a newer version of Concord that generates other code doesn't change declarations whose document hasn't changed.
struct ScaffoldRecord {
    static let path = ".concord/openapi.yaml"

    /// The file to write.
    let file: OutputFile

    init(_ document: Document) {
        file = OutputFile(path: Self.path, contents: Array(Self.comment.utf8) + document.node.yamlBytes)
    }

    private static let comment = """
        # What the Swift beside this was scaffolded from. `concord scaffold --merge` tells by it what has changed since, in the
        # document and in the code; keep it in version control, and leave it to Concord.

        """

    /// Returns the document at `base`, or the recorded one of a folder if `base` is `nil`.
    static func document(of base: String?, in folder: String) -> (document: Document?, diagnostics: [Diagnostic]) {
        if let base {
            let reading = DocumentFile(reading: base)
            // Errors in the older document are irrelevant if it can be read.
            return (reading.document, reading.document == nil ? reading.diagnostics : [])
        }
        let path = folder + "/" + Self.path
        guard FileManager.default.fileExists(atPath: path) else { return (nil, [missing(path)]) }
        let reading = DocumentFile(reading: path)
        return (reading.document, reading.document == nil ? reading.diagnostics : [])
    }

    /// Returns the nearest parent folder with a record if a folder has none itself. The search ends at the root of the
    /// package or repository.
    static func folder(above folder: String) -> String? {
        let files = FileManager.default
        var current = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
        while !files.fileExists(atPath: current.appending(path: path).path) {
            let isRoot = ["Package.swift", ".git"].contains {
                files.fileExists(atPath: current.appending(path: $0).path)
            }
            let above = current.deletingLastPathComponent().standardizedFileURL
            if isRoot || above.pathComponents.count >= current.pathComponents.count { return nil }
            current = above
        }
        let start = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
        return start == current ? nil : relative(current, to: folder)
    }

    /// Returns the path of a parent folder in the form that the user gave paths.
    private static func relative(_ above: URL, to folder: String) -> String {
        let working = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        let prefix = working.standardizedFileURL.path
        guard !folder.hasPrefix("/") else { return above.path }
        if above.path == prefix { return "." }
        return above.path.hasPrefix(prefix + "/") ? String(above.path.dropFirst(prefix.count + 1)) : above.path
    }

    /// Returns the note that a merge is performed in a parent folder.
    static func found(in above: String, for folder: String) -> Diagnostic {
        Diagnostic(
            .note, "record-above",
            "'\(folder)' was scaffolded as a part of '\(above)', so all of '\(above)' is merged",
            at: nil)
    }

    private static func missing(_ path: String) -> Diagnostic {
        Diagnostic(
            .note, "no-record",
            "'\(path)' does not exist, so Concord can't tell whether a difference is a change of the document or of the code",
            at: nil,
            help: "use --base to pass the document that the code was scaffolded from")
    }
}
