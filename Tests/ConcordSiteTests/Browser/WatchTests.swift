import ConcordBrowser
import Foundation
import Testing

/// The pages that `concord docs --watch` serves, in a real browser.
@Suite(.serialized, .enabled(if: Browser.isInstalled))
struct WatchTests {
    /// The tool is in the same folder as the test bundle.
    private static let tool = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "concord")

    /// A folder with a document of two files and a page, and the tool that watches them.
    private final class Preview {
        let folder: URL
        let address: String
        private let process = Process()
        private let output = Pipe()

        init() throws {
            folder = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID().uuidString)")
            let pages = folder.appending(path: "pages")
            try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
            try Self.document(title: "Boats").write(
                to: folder.appending(path: "openapi.yaml"), atomically: true, encoding: .utf8)
            try "type: string\ndescription: First\n".write(
                to: folder.appending(path: "boat.yaml"), atomically: true, encoding: .utf8)
            try "# Start\n".write(to: pages.appending(path: "start.md"), atomically: true, encoding: .utf8)
            process.executableURL = WatchTests.tool
            process.arguments = [
                "docs", folder.appending(path: "openapi.yaml").path, "--watch", "--port", "0", "--pages", pages.path,
            ]
            process.standardOutput = output
            process.standardError = output
            try process.run()
            var text = ""
            let stated = /http:\/\/127\.0\.0\.1:\d+\//
            while text.firstMatch(of: stated) == nil {
                let more = output.fileHandleForReading.availableData
                guard !more.isEmpty else { throw Browser.Failure(description: "no address: \(text)") }
                text += String(decoding: more, as: UTF8.self)
            }
            address = text.firstMatch(of: stated).map { String($0.output) } ?? ""
        }

        static func document(title: String) -> String {
            """
            openapi: 3.1.0
            info: {title: \(title), version: '1'}
            paths: {}
            components: {schemas: {Boat: {$ref: boat.yaml}}}
            """
        }

        func write(_ text: String, to name: String) throws {
            try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
        }

        /// Reads the output of the tool until it prints a text.
        func said(_ expected: String) throws {
            var text = ""
            while !text.contains(expected) {
                let more = output.fileHandleForReading.availableData
                guard !more.isEmpty else { throw Browser.Failure(description: text) }
                text += String(decoding: more, as: UTF8.self)
            }
        }

        deinit {
            // A server of another test makes the processes of the tests ignore SIGTERM.
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            try? FileManager.default.removeItem(at: folder)
        }
    }

    private func browse(_ body: (Preview, Browser) async throws -> Void) async throws {
        let preview = try Preview()
        let browser = try await Browser()
        do {
            try await body(preview, browser)
        } catch {
            await browser.close()
            throw error
        }
        await browser.close()
    }

    private static func shows(_ text: String) -> String {
        "return document.querySelector('main').innerText.includes('\(text)');"
    }

    @Test func pageFollowsTheDocumentAndItsFiles() async throws {
        try await browse { preview, browser in
            try await browser.open(preview.address)
            #expect(try await browser.text(Self.shows("Boats")) == "true")
            try preview.write(Preview.document(title: "Ships"), to: "openapi.yaml")
            #expect(try await browser.wait(for: Self.shows("Ships")) == "true")
            try await browser.open(preview.address + "schemas/Boat.html")
            try preview.write("type: string\ndescription: Second\n", to: "boat.yaml")
            #expect(try await browser.wait(for: Self.shows("Second")) == "true")
            try await browser.open(preview.address + "guides/Start.html")
            try preview.write("# Start\n\nRead this.\n", to: "pages/start.md")
            #expect(try await browser.wait(for: Self.shows("Read this.")) == "true")
            #expect(try await browser.messages().filter { !$0.contains("favicon") } == [])
        }
    }

    @Test func errorLeavesThePageAsItIs() async throws {
        try await browse { preview, browser in
            try await browser.open(preview.address)
            try preview.write("openapi: 3.1.0\ninfo: {title: [\n", to: "openapi.yaml")
            try preview.said("The pages are unchanged.")
            #expect(try await browser.text(Self.shows("Boats")) == "true")
            try preview.write(Preview.document(title: "Ships"), to: "openapi.yaml")
            #expect(try await browser.wait(for: Self.shows("Ships")) == "true")
        }
    }

    @Test(arguments: [("127.0.0.1", 200), ("example.com", 403)])
    func otherHostsNamesAreRefused(host: String, status: Int) throws {
        let preview = try Preview()
        let port = preview.address.split(separator: ":").last.map { $0.filter(\.isNumber) } ?? ""
        #expect(try self.status(preview.address, host: "\(host):\(port)") == "\(status)")
        #expect(try self.status(preview.address + "../../etc/passwd", host: "127.0.0.1:\(port)") == "404")
    }

    private func status(_ address: String, host: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "curl", "--silent", "--path-as-is", "--output", "/dev/null", "--write-out", "%{http_code}", "--header",
            "Host: \(host)", address,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text
    }
}
