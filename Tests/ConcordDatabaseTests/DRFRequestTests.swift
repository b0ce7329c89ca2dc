import Concord
import ConcordGoldens
import ConcordTesting
import Foundation
import Testing

/// Requests and Concord's responses. `Scripts/drf-requests` sends the same requests to the same app in Django REST
/// framework.
@Suite struct DRFRequestTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "DRFRequests")

    @Test(arguments: TestDatabase.allCases)
    func responsesAreThoseOfThePage(_ database: TestDatabase) async throws {
        try await database.run {
            let database = try Database.current
            let client = TestClient(StationsAPI.self) { $0.environment.database = database }
            let responses = try await Responses(client)
            let golden = GoldenFile(Self.folder.appending(path: "concord.json").path)
            let difference = try golden.difference(from: responses.text)
            #expect(difference == nil, "\(difference ?? "")")
        }
    }

    /// The responses to the requests, without the parts that differ from run to run.
    private struct Responses {
        private var lines: [String] = []
        /// The identifiers of stations by their names, and the link to the next page.
        private var known: [String: String] = [:]

        var text: String { "[\n" + lines.joined(separator: ",\n") + "\n]\n" }

        init(_ client: TestClient) async throws {
            let data = try Data(contentsOf: DRFRequestTests.folder.appending(path: "requests.json"))
            let requests = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
            #expect(requests.count > 50)
            for request in requests {
                guard let name = request["name"] as? String, let target = request["target"] as? String,
                    let method = (request["method"] as? String).flatMap({ HTTPRequest.Method($0) })
                else { throw Problem(500) }
                let body = try request["body"].map {
                    try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys)
                }
                let text = request["text"] as? String ?? body.map { String(decoding: $0, as: UTF8.self) } ?? ""
                let type = request["type"] as? String ?? "application/json"
                let headers: TestClient.Headers = text.isEmpty ? [:] : ["Content-Type": type]
                let response = try await client.send(
                    method, filled(target), headers: headers, bytes: Array(filled(text).utf8))
                learn(response)
                let content = plain(response.bytes.isEmpty ? "null" : String(decoding: response.bytes, as: UTF8.self))
                lines.append("{\"name\": \"\(name)\", \"status\": \(response.status.code), \"body\": \(content)}")
            }
        }

        private func filled(_ text: String) -> String {
            known.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
        }

        private mutating func learn(_ response: TestResponse) {
            if case .string(let id)? = response.json["id"], case .string(let name)? = response.json["name"] {
                known[name] = known[name] ?? id
            }
            if case .string(let link)? = response.json["next"] {
                known["next"] = link.replacing("http://localhost", with: "")
            }
        }

        private func plain(_ text: String) -> String {
            text.replacing(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/, with: "<uuid>")
                .replacing(/\d{4}-\d\d-\d\dT[0-9:.]+Z/, with: "<time>")
                .replacing(/cursor=[^&"]+/, with: "cursor=<cursor>")
                .replacing(/"requestId":"[^"]*"/, with: "\"requestId\":\"<id>\"")
        }
    }
}
