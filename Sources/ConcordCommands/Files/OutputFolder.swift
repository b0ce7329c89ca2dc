import ConcordDiagnostics
import Foundation

/// A folder that commands write to. Paths and symbolic links can't point outside it.
///
/// Either all files of a command are written or none. A file is replaced atomically, so that other processes read
/// either the old or the new one, and a file that wouldn't change isn't touched.
public struct OutputFolder: Sendable {
    /// The path, as the user entered it.
    public var path: String
    /// Whether existing files may be replaced.
    public var isReplacing: Bool

    /// Creates an output folder at `path`. The folder is created when files are written.
    public init(_ path: String, isReplacing: Bool = false) {
        self.path = path
        self.isReplacing = isReplacing
    }

    /// Writes the files. Returns the problems, and writes nothing if there are any.
    public func write(_ files: [OutputFile]) -> [Diagnostic] {
        let problems = files.compactMap(Self.problem(with:)) + Self.collisions(of: files)
        guard problems.isEmpty else { return problems }
        do throws(FileError) {
            let changed = try changes(files)
            guard changed.conflicts.isEmpty else { return changed.conflicts.map(conflict) }
            try replace(changed.files)
            return []
        } catch {
            return [error.diagnostic]
        }
    }

    /// Returns the files whose contents differ from the existing ones, and the paths of those that may not be replaced.
    private func changes(_ files: [OutputFile]) throws(FileError) -> (files: [OutputFile], conflicts: [String]) {
        var changed: [OutputFile] = []
        var conflicts: [String] = []
        let root = try Folder(creating: path)
        for file in files {
            let existing = try Self.contents(of: file.parts[...], in: root)
            if let existing, file.holds(existing) { continue }
            changed.append(file)
            if existing != nil, !isReplacing { conflicts.append(file.path) }
        }
        return (changed, conflicts)
    }

    private static func contents(
        of parts: ArraySlice<String>, in folder: borrowing Folder
    ) throws(FileError) -> [UInt8]? {
        guard let first = parts.first else { return nil }
        if parts.count == 1 { return try folder.contents(of: first) }
        guard let inner = try folder.folder(first, creating: false) else { return nil }
        return try contents(of: parts.dropFirst(), in: inner)
    }

    /// Writes all files under temporary names first and then renames them, because writing is the step that can fail.
    private func replace(_ files: [OutputFile]) throws(FileError) {
        var moves: [(folder: [String], temporary: String, name: String)] = []
        do throws(FileError) {
            for file in files {
                let temporary = try Self.inFolder(file.parts.dropLast(), of: try Folder(existing: path)) {
                    folder throws(FileError) in
                    try folder.writeTemporary(file.contents)
                }
                moves.append((Array(file.parts.dropLast()), temporary, file.parts.last ?? ""))
            }
        } catch {
            for move in moves { try? discard(move.temporary, in: move.folder) }
            throw error
        }
        for move in moves {
            try Self.inFolder(move.folder[...], of: try Folder(existing: path)) { folder throws(FileError) in
                try folder.rename(move.temporary, to: move.name)
            }
        }
    }

    private func discard(_ temporary: String, in folder: [String]) throws(FileError) {
        try Self.inFolder(folder[...], of: try Folder(existing: path)) { folder throws(FileError) in
            folder.remove(temporary)
        }
    }

    private static func inFolder<Result>(
        _ parts: ArraySlice<String>, of folder: consuming Folder,
        _ body: (borrowing Folder) throws(FileError) -> Result
    ) throws(FileError) -> Result {
        guard let first = parts.first else { return try body(folder) }
        guard let inner = try folder.folder(first, creating: true) else { throw FileError(first, .missing) }
        return try inFolder(parts.dropFirst(), of: inner, body)
    }

    private func conflict(_ file: String) -> Diagnostic {
        Diagnostic(
            .error, "file-exists", "'\(path)/\(file)' exists and differs; nothing was written", at: nil,
            help: "use --merge to keep your changes, --force to replace the file, or a different --output")
    }

    /// Returns the problem with a path that could refer to something outside the folder, or that isn't portable across
    /// file systems.
    private static func problem(with file: OutputFile) -> Diagnostic? {
        let isSafe = file.parts.allSatisfy { part in
            !part.isEmpty && part != "." && part != ".." && part.utf8.count <= 255
                && !part.utf8.contains {
                    $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":")
                }
        }
        return isSafe
            ? nil : Diagnostic(.error, "unsafe-path", "'\(file.path)' is not a valid file name", at: nil)
    }

    /// Returns the problems with paths that are equal on a file system that ignores case.
    private static func collisions(of files: [OutputFile]) -> [Diagnostic] {
        var seen: [String: String] = [:]
        return files.compactMap { file in
            guard let other = seen.updateValue(file.path, forKey: file.path.lowercased()) else { return nil }
            return Diagnostic(
                .error, "file-collision",
                "'\(other)' and '\(file.path)' would be the same file on a case-insensitive file system",
                at: nil)
        }
    }
}

extension OutputFile {
    fileprivate func holds(_ bytes: [UInt8]) -> Bool {
        contents.count == bytes.count && (bytes.isEmpty || memcmp(contents, bytes, bytes.count) == 0)
    }

    fileprivate var parts: [String] {
        path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    }
}
