import ConcordCommands
import ConcordCore
import ConcordOpenAPI
import ConcordServer
import ConcordSite
import ConcordYAML
import Foundation
import Logging
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// An app shows at `/docs` what `concord docs --single-file` writes.
@Suite struct ServedPageTests {
    enum PetAPI: API {
        static let views: [any View.Type] = []
        static let defaultAuthentication: [any Authentication] = []
        static let document: _Core.EmbeddedDocument? = try? embedded()

        private static func embedded() throws -> _Core.EmbeddedDocument {
            let document = try Documents.petstore
            let page = ReferencePage(document, hasDocumentBeside: true)
            return _Core.EmbeddedDocument(
                yaml: document.node.yaml, json: document.node.json, page: String(decoding: page.html, as: UTF8.self))
        }
    }

    @Test func servedPageIsTheOneOfTheCommand() async throws {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = try APIServer(
            PetAPI.served, app: AppConfiguration(), configuration: APIServer.Configuration(port: 0), logger: logger)
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        var docs = Docs(
            document: Documents.root.appending(path: "specs/petstore/openapi.yaml").path, output: folder.path)
        docs.isSingleFile = true
        #expect(docs.run().diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        let written = try String(contentsOf: folder.appending(path: "index.html"), encoding: .utf8)
        try await server.run(while: { port in
            func get(_ path: String) async throws -> String {
                let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
                let (data, response) = try await URLSession.shared.data(from: url)
                #expect((response as? HTTPURLResponse)?.statusCode == 200)
                return String(decoding: data, as: UTF8.self)
            }
            let served = try await get("/docs")
            // The served page links to the document beside it. In a debug build, its console is on.
            let links = "<li><a href=\"openapi.yaml\">YAML</a></li><li><a href=\"openapi.json\">JSON</a></li>"
            #expect(served.contains(links))
            let same = served.replacing(links, with: "").replacing("data-console=\"on\"", with: "data-console=\"off\"")
            #expect(same == written)
            #expect(try await get("/openapi.json") == Documents.petstore.node.json)
        })
    }
}
