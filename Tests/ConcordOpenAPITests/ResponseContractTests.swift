import ConcordOpenAPI
import Foundation
import Testing

/// The responses that the available documents allow.
@Suite struct ResponseContractTests {
    private static let documents: [String] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return ["petstore", "shapes"].map { root.appending(path: "specs/\($0)/openapi.yaml").path }
            + ["weather", "weather-in-memory"].map { root.appending(path: "generated/\($0)/openapi.yaml").path }
    }()

    @Test(arguments: documents) func anExampleIsAllowed(path: String) throws {
        let document = try #require(Document.readWhole(path: path).document)
        let contract = try #require(ResponseContract(json: Array(document.node.json.utf8)))
        var count = 0
        for item in document.paths?.items ?? ObjectMap() {
            for operation in item.value.operations {
                let example = try #require(
                    contract.example(method: operation.method, path: item.name), "\(operation.method) \(item.name)")
                let breaches = contract.breaches(in: example, method: operation.method, path: item.name)
                #expect(breaches.isEmpty, "\(operation.method) \(item.name)")
                count += 1
            }
        }
        #expect(count > 0)
    }
}
