import Foundation
import Testing

@testable import ConcordCommands

/// Output to a pipe or device reaches it, and doesn't replace it with a file.
struct OutputDeviceTests {
    @Test func aPipeStaysAPipe() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        // Opening a pipe for reading and writing doesn't block.
        let pipe = open(path, O_RDWR)
        defer { close(pipe) }
        #expect(OutputFile.write(Array("openapi".utf8), to: path).isEmpty)
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = read(pipe, &bytes, bytes.count)
        #expect(String(decoding: bytes.prefix(count), as: UTF8.self) == "openapi")
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    }
}
