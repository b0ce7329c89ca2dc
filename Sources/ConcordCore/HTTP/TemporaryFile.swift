import Foundation

/// A file without a name. The system removes it when nothing refers to it, even if the process crashes.
final class TemporaryFile: Sendable {
    private let descriptor: Int32

    /// The error of a file operation.
    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ action: String) { description = "can't \(action): \(String(cString: strerror(errno)))" }
    }

    /// Creates an empty file.
    init(in folder: String) throws {
        var name = Array("\(folder)/concord-XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw Failure("create a file in '\(folder)'") }
        unlink(name)
        // Programs that the app starts don't inherit the file.
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    deinit { close(descriptor) }

    /// Writes all bytes at an offset.
    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws {
        try bytes.withUnsafeBytes { buffer in
            var count = 0
            while count < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[count...])
                let written = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + count))
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { throw Failure("write a part of the request to a file") }
                count += written
            }
        }
    }

    /// Returns at most `count` bytes at an offset, or an empty array at the end of the file.
    func read(at offset: Int, count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
            repeat {
                let read = pread(descriptor, buffer.baseAddress, count, off_t(offset))
                if read < 0, errno == EINTR { continue }
                guard read >= 0 else { throw Failure("read a part of the request from a file") }
                length = read
                return
            } while true
        }
    }
}
