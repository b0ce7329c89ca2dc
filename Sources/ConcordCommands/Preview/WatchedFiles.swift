import Foundation

/// Files and folders, and their state at the last check.
struct WatchedFiles {
    /// The properties that change if a file is written or replaced, or if a file is added to a folder.
    private struct Stamp: Hashable {
        var modified: Date?
        var size: Int?
        var number: Int?
    }

    private var stamps: [String: Stamp] = [:]

    init(_ paths: some Sequence<String>) {
        for path in paths { stamps[path] = Self.stamp(of: path) }
    }

    /// Returns the stamp of a path. A path without a file has an empty stamp, so a new file is a change.
    private static func stamp(of path: String) -> Stamp {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return Stamp() }
        return Stamp(
            modified: attributes[.modificationDate] as? Date, size: (attributes[.size] as? NSNumber)?.intValue,
            number: (attributes[.systemFileNumber] as? NSNumber)?.intValue)
    }

    /// The state of the same files now.
    var now: WatchedFiles { WatchedFiles(stamps.keys) }

    /// Returns whether a file has changed.
    func differ(from other: WatchedFiles) -> Bool { stamps != other.stamps }

    /// Returns the state of other files. Files in both keep their state, so that changes in the meantime are noticed.
    func following(_ paths: some Sequence<String>) -> WatchedFiles {
        var next = WatchedFiles(paths)
        for path in next.stamps.keys { if let known = stamps[path] { next.stamps[path] = known } }
        return next
    }
}
