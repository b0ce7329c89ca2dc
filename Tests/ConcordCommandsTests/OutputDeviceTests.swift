import Foundation
import Testing

@testable import ConcordCommands

/// What is written to a pipe or a device arrives there, and it stays what it is.
struct OutputDeviceTests {
    @Test func aPipeStaysAPipe() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        // A pipe that is open for both lets nobody wait.
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
