import Concord
import Foundation
import Testing

/// Uploads that are larger than the memory that a server may use for them.
@Suite struct UploadTests {
    @Test func `a large part takes constant memory`() async throws {
        try await ShopApp.run(.sqlite) { shop in
            try await shop.migrate()
            var shop = shop
            shop.environment["TMPDIR"] = shop.folder.path()
            let size = 96 * 1024 * 1024
            let server = try shop.start("serve", "--port", "0", "--body-limit", "\(2 * size)")
            defer { server.terminate() }
            let line = try #require(await server.line())
            let origin = try #require(line.split(separator: " ").last)
            let picture = try Self.picture(of: size, in: shop.folder)
            _ = try await Self.upload(try Self.picture(of: 100, in: shop.folder), to: "\(origin)/uploads")
            let before = Self.peakMemory(of: server.identifier)
            let summary = try await Self.upload(picture, to: "\(origin)/uploads")
            #expect(summary == #"{"size":\#(size),"sum":3,"isOnDisk":true}"#)
            if let before, let after = Self.peakMemory(of: server.identifier) { #expect(after - before < size / 4) }
            let names = try FileManager.default.contentsOfDirectory(atPath: shop.folder.path())
            #expect(!names.contains { $0.hasPrefix("concord-") })
        }
    }

    /// Creates a file of zeros with a one at its start, in its middle and at its end.
    private static func picture(of size: Int, in folder: URL) throws -> URL {
        let url = folder.appending(path: "\(size).png")
        try Data().write(to: url)
        let handle = try FileHandle(forWritingTo: url)
        for offset in [0, size / 2, size - 1] {
            try handle.seek(toOffset: UInt64(offset))
            try handle.write(contentsOf: [1])
        }
        try handle.close()
        return url
    }

    /// Returns the server's response to a form with a file.
    private static func upload(_ file: URL, to url: String) async throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/curl")
        process.arguments = ["--silent", "--form", "title=Large", "--form", "picture=@\(file.path())", url]
        process.standardOutput = output
        let data: Data = try await withCheckedThrowingContinuation { continuation in
            do {
                try process.run()
            } catch {
                return continuation.resume(throwing: error)
            }
            DispatchQueue.global().async {
                continuation.resume(returning: output.fileHandleForReading.readDataToEndOfFile())
            }
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// The maximum memory of a process in bytes, if the system reports it.
    private static func peakMemory(of process: Int32) -> Int? {
        let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 1024 }
    }
}
