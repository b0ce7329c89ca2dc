import ConcordDiagnostics
import Foundation

/// A device or a pipe that a command writes to, such as `/dev/null` or `/dev/stdout`. It stays what it is: a file that took
/// its place would break every other program.
enum OutputDevice {
    /// Whether a path leads to something that is neither a file nor a folder.
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
