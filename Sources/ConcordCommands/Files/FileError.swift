import ConcordDiagnostics
import Foundation

/// The error for a file or folder that can't be opened, read, or written.
struct FileError: Error, Hashable {
    var path: String
    var reason: Reason

    enum Reason: Hashable {
        case missing
        case isFolder
        case isNoFolder
        case isNoRegularFile
        case isSymbolicLink
        case isTooLarge(limit: Int)
        case notAnImage
        /// Any other error of the operating system.
        case system(errno: Int32)
    }

    init(_ path: String, _ reason: Reason) {
        self.path = path
        self.reason = reason
    }

    /// Returns the error of the last system call for `path`.
    static func last(_ path: String) -> FileError {
        switch errno {
        case ENOENT: FileError(path, .missing)
        case EISDIR: FileError(path, .isFolder)
        case ENOTDIR: FileError(path, .isNoFolder)
        case ELOOP: FileError(path, .isSymbolicLink)
        case let code: FileError(path, .system(errno: code))
        }
    }

    var diagnostic: Diagnostic {
        switch reason {
        case .missing: Diagnostic(.error, "no-such-file", "'\(path)' does not exist", at: nil)
        case .isFolder: Diagnostic(.error, "not-a-file", "'\(path)' is a folder, not a file", at: nil)
        case .isNoFolder: Diagnostic(.error, "not-a-folder", "'\(path)' is not a folder", at: nil)
        case .isNoRegularFile:
            Diagnostic(.error, "not-a-file", "'\(path)' is a device or a pipe, not a file", at: nil)
        case .isSymbolicLink:
            Diagnostic(
                .error, "symbolic-link", "'\(path)' is a symbolic link, which could point outside the output folder",
                at: nil, help: "remove the link, or write to another folder")
        case .isTooLarge(let limit):
            Diagnostic(.error, "file-too-large", "'\(path)' has more than \(limit >> 20) MiB", at: nil)
        case .notAnImage:
            Diagnostic(
                .error, "not-an-image", "'\(path)' is not an image that browsers show", at: nil,
                help: "use SVG, PNG, JPEG, GIF or WebP, with the usual file name extension")
        case .system(let code):
            Diagnostic(.error, "file-error", "'\(path)': \(String(cString: strerror(code)).lowercased())", at: nil)
        }
    }
}
