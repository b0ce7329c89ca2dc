import ConcordCore
import ConcordServer
import ConcordTLS
import Foundation
import Logging
import Testing

/// HTTPS and HTTP/2 with curl as the client.
@Suite struct TLSTests {
    private enum SecureAPI: API {
        static let views: [any View.Type] = [Root.self]
        static let defaultAuthentication: [any Authentication] = []

        struct Root: View {
            static var routes: [_Core.Route] {
                let get = _Core.ViewOperation("GET", "get") { try $0.respond(200, $0.headers["Host"] ?? "") }
                return [_Core.Route("/", [get], access: _Core.AccessSettings())]
            }
        }
    }

    @Test(arguments: ["--http2", "--http1.1"]) func servesHTTPS(version: String) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (certificate, key) = (folder.appending(path: "server.crt").path, folder.appending(path: "server.key").path)
        _ = try await run(
            "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days",
            "1",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate)
        var app = AppConfiguration()
        try app.useTLS(certificate: certificate, key: key)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = try APIServer(
            SecureAPI.served, app: app, configuration: APIServer.Configuration(port: 0), logger: logger)
        let answer = try await server.run { port in
            try await run(
                "curl", "--silent", version, "--cacert", certificate, "--write-out", " %{http_version} %{http_code}",
                "https://localhost:\(port)/")
        }
        let expected = version == "--http2" ? "2" : "1.1"
        #expect(answer.hasPrefix("\"localhost"))
        #expect(answer.hasSuffix(" \(expected) 200"), "\(answer)")
    }

    /// Runs a program and returns its output.
    private func run(_ arguments: String...) async throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        return try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { _ in
                let data = output.fileHandleForReading.readDataToEndOfFile()
                continuation.resume(returning: String(decoding: data, as: UTF8.self))
            }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
    }
}
