import ConcordDiagnostics
import Foundation

/// The Swift files that a command reads: named files, and the files in named folders.
struct SwiftSources {
    /// The files, sorted by path.
    private(set) var files: [InputFile] = []
    /// The named folders and files, or those of the nearest package.
    private(set) var roots: [String] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads the files at `paths`, or the targets of the nearest package if there are none.
    init(_ paths: [String], currentFolder: String = FileManager.default.currentDirectoryPath) {
        let roots = paths.isEmpty ? Self.sourcesOfNearestPackage(from: currentFolder) : paths
        guard let roots else {
            diagnostics.append(
                Diagnostic(
                    .error, "no-sources", "no Package.swift in this folder or a parent folder",
                    at: nil, help: "pass the folders or files to read"))
            return
        }
        self.roots = roots
        var seen: Set<String> = []
        for root in roots {
            for path in swiftFiles(at: root) where seen.insert(path).inserted { read(path) }
        }
        if files.isEmpty, diagnostics.isEmpty {
            let named = roots.map { "'\($0)'" }.joined(separator: ", ")
            diagnostics.append(Diagnostic(.error, "no-sources", "no Swift files in \(named)", at: nil))
        }
    }

    private mutating func read(_ path: String) {
        do throws(FileError) {
            files.append(try InputFile(reading: path))
        } catch {
            diagnostics.append(error.diagnostic)
        }
    }

    /// Returns a file itself, or the Swift files of a folder without hidden folders and symbolic links to folders.
    private mutating func swiftFiles(at root: String) -> [String] {
        var isFolder: ObjCBool = false
        guard root != "-", FileManager.default.fileExists(atPath: root, isDirectory: &isFolder), isFolder.boolValue
        else { return [root] }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: root) else {
            diagnostics.append(FileError.last(root).diagnostic)
            return []
        }
        let prefix = root.hasSuffix("/") ? root : root + "/"
        return names.filter { !$0.hasPrefix(".") }.sorted().flatMap { name -> [String] in
            let path = prefix + name
            if Self.isFolder(path) { return swiftFiles(at: path) }
            return name.hasSuffix(".swift") ? [path] : []
        }
    }

    /// Returns whether a path refers to a folder, and not to a symbolic link to one.
    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func sourcesOfNearestPackage(from folder: String) -> [String]? {
        var folder = folder
        while true {
            if FileManager.default.fileExists(atPath: folder + "/Package.swift") {
                let targets = PackageTargets(ofPackageAt: folder).folders
                let isHere = folder == FileManager.default.currentDirectoryPath
                return (targets.isEmpty ? ["Sources"] : targets).map { isHere ? $0 : "\(folder)/\($0)" }
            }
            let parent = (folder as NSString).deletingLastPathComponent
            if parent == folder || parent.isEmpty { return nil }
            folder = parent
        }
    }
}
