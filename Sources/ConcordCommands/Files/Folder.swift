import Foundation

/// An open folder. Operations relative to it can't be redirected by a symbolic link that another process creates.
struct Folder: ~Copyable {
    private let descriptor: Int32
    private let path: String

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit {
        close(descriptor)
    }

    /// Opens the folder at a path from the user, and creates it if necessary. The path may contain symbolic links.
    init(creating path: String) throws(FileError) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw FileManager.default.fileExists(atPath: path) ? FileError(path, .isNoFolder) : FileError.last(path)
        }
        try self.init(existing: path)
    }

    /// Opens the folder at a path from the user.
    init(existing path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .last(path) }
        self.init(descriptor: descriptor, path: path)
    }

    /// Opens a subfolder. Returns `nil` if it doesn't exist and `creating` is `false`. Throws an error for a symbolic
    /// link.
    func folder(_ name: String, creating: Bool) throws(FileError) -> Folder? {
        let inner = path + "/" + name
        if creating, mkdirat(descriptor, name, 0o777) != 0, errno != EEXIST { throw .last(inner) }
        let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        if opened >= 0 { return Folder(descriptor: opened, path: inner) }
        if errno == ENOENT, !creating { return nil }
        // Linux reports ENOTDIR for a symbolic link to a folder.
        var status = stat()
        if fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFLNK {
            throw FileError(inner, .isSymbolicLink)
        }
        throw .last(inner)
    }

    /// Returns the contents of a file in this folder, or `nil` if it doesn't exist. Throws an error for a symbolic
    /// link.
    func contents(of name: String) throws(FileError) -> [UInt8]? {
        let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        if file < 0, errno == ENOENT { return nil }
        guard file >= 0 else { throw .last(path + "/" + name) }
        defer { close(file) }
        return try readAll(file, path: path + "/" + name, limit: .max)
    }

    /// Writes a file with a temporary name, which `rename` replaces after all files of a command are written.
    func writeTemporary(_ contents: [UInt8]) throws(FileError) -> String {
        let name = ".concord-\(getpid())-\(UInt64.random(in: .min ... .max))"
        let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw .last(path + "/" + name) }
        defer { close(file) }
        do {
            try writeAll(contents, to: file, path: path)
        } catch {
            unlinkat(descriptor, name, 0)
            throw error
        }
        return name
    }

    /// Renames a file in this folder atomically, and replaces a file with the new name.
    func rename(_ old: String, to new: String) throws(FileError) {
        guard renameat(descriptor, old, descriptor, new) == 0 else { throw .last(path + "/" + new) }
    }

    func remove(_ name: String) {
        unlinkat(descriptor, name, 0)
    }
}

/// Writes bytes to an open file.
func writeAll(_ contents: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var written = 0
    while written < contents.count {
        let count = contents[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw .last(path) }
        written += count
    }
}

/// Returns the contents of an open file. Throws an error if it has more than `limit` bytes.
func readAll(_ descriptor: Int32, path: String, limit: Int) throws(FileError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last(path) }
    if status.st_mode & S_IFMT == S_IFDIR { throw FileError(path, .isFolder) }
    guard status.st_size <= limit else { throw FileError(path, .isTooLarge(limit: limit)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size) + 1)
    // One byte more than the size of most files, so that one call reads to the end.
    var chunk = [UInt8](repeating: 0, count: min(max(Int(status.st_size) + 1, 1 << 12), 1 << 16))
    while true {
        let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw .last(path) }
        if count == 0 { return bytes }
        bytes += chunk[..<count]
        guard bytes.count <= limit else { throw FileError(path, .isTooLarge(limit: limit)) }
    }
}
