import ConcordDiagnostics
import Foundation

/// A device or pipe that a command writes to, such as `/dev/null` or `/dev/stdout`. It must not be replaced with a
/// regular file, which would break other programs.
enum OutputDevice {
    /// Returns whether a path refers to something other than a file or folder.
    static func isThere(at path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
    }

    static func write(_ contents: [UInt8], to path: String) -> [Diagnostic] {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [FileError.last(path).diagnostic] }
        defer { close(descriptor) }
        do throws(FileError) {
            try writeAll(contents, to: descriptor, path: path)
            return []
        } catch {
            return [error.diagnostic]
        }
    }
}
