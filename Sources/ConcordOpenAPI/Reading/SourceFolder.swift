import ConcordDiagnostics

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The folder of a document. References can read files in it and, unless the user allows it, no others.
struct SourceFolder: Sendable {
    /// The reason why a file isn't read.
    struct Problem: Error {
        var code: String
        var message: String
        var help: String?
    }

    /// The document's file name.
    let fileName: String
    private let path: String
    private let options: DocumentReadingOptions

    init(ofFile path: String, options: DocumentReadingOptions) {
        let slash = path.lastIndex(of: "/")
        fileName = slash.map { String(path[path.index(after: $0)...]) } ?? path
        self.path = slash.map { String(path[..<$0]) } ?? "."
        self.options = options
    }

    /// Returns a file's name as the user would write it.
    func displayName(of relativePath: String) -> String {
        if path == "." || relativePath.hasPrefix("/") { return relativePath }
        return path + "/" + relativePath
    }

    /// Reads a file with a path relative to the folder, without dot segments.
    func read(_ relativePath: String) -> Result<[UInt8], Problem> {
        let name = displayName(of: relativePath)
        if relativePath.utf8.contains(0) { return failure("unreadable-file", "a file name can't contain NUL") }
        let isOutside = relativePath.hasPrefix("/") || relativePath.hasPrefix("../") || relativePath == ".."
        if isOutside, !options.allowsFilesOutsideFolder { return outside(name) }
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: resolved(name)) else {
            return failure("no-such-file", "no file '\(name)'")
        }
        guard options.allowsFilesOutsideFolder || relativePath == fileName || linksStayInside(relativePath) else {
            return outside(name)
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            return failure("unreadable-file", "'\(name)' is not a readable file")
        }
        if let size = attributes[.size] as? Int, size > options.limits.bytes {
            return failure("text-too-long", "'\(name)' has \(size) bytes; the limit is \(options.limits.bytes)")
        }
        guard let data = FileManager.default.contents(atPath: name) else {
            return failure("unreadable-file", "'\(name)' can't be read", help: "check its permissions")
        }
        return .success([UInt8](data))
    }

    /// Returns whether an existing file is in the folder after symbolic links are resolved.
    private func linksStayInside(_ relativePath: String) -> Bool {
        let root = resolved(path)
        return resolved(displayName(of: relativePath)).hasPrefix(root == "/" ? root : root + "/")
    }

    private func outside(_ name: String) -> Result<[UInt8], Problem> {
        failure(
            "outside-folder", "'\(name)' is outside the folder of the document and is not read",
            help: "move the file into the folder, or allow references outside it")
    }

    private func resolved(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }

    private func failure(_ code: String, _ message: String, help: String? = nil) -> Result<[UInt8], Problem> {
        .failure(Problem(code: code, message: message, help: help))
    }
}
