import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A server responds to more clients than its pool has connections.
@Suite struct LoadTests {
    private static let clients = 24
    private static let rounds = 4

    @Test(arguments: TestDatabase.allCases)
    func readersAndWritersShareAFewConnections(_ kind: TestDatabase) async throws {
        try await ShopApp.run(kind, history: "initial") { app in
            var app = app
            app.environment = ["SHOP_POOL": "3"]
            try await app.migrate()
            let server = try app.start("serve", "--port", "0", "--log-level", "error")
            let line = try #require(await server.line())
            let address = try #require(line.split(separator: " ").last.map(String.init))
            let result = await Result(catching: { try await Self.load(address) })
            server.terminate()
            _ = await server.rest()
            try result.get()
            let products: [Int] = try await app.withDatabase {
                try await $0.rows("SELECT count(*) FROM product WHERE stock = 1 AND status = 'retired'")
            }
            #expect(products == [Self.clients * Self.rounds])
        }
    }

    private static func load(_ address: String) async throws {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = clients
        configuration.timeoutIntervalForRequest = 120
        let session = URLSession(configuration: configuration)
        defer { session.invalidateAndCancel() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<clients {
                group.addTask {
                    for round in 0..<rounds { try await useShop(address, "\(client)-\(round)", session) }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Creates a product, finds it, and changes it.
    private static func useShop(_ address: String, _ name: String, _ session: URLSession) async throws {
        let created = try await send("POST", "\(address)/products", ["name": name, "stock": 1], session)
        #expect(created.status == 201)
        let id = try #require(created.body["id"] as? String)
        let list = try await send("GET", "\(address)/products?search=\(name)", nil, session)
        #expect(list.status == 200)
        #expect((list.body["count"] as? Int ?? 0) >= 1)
        #expect(try await send("PATCH", "\(address)/products/\(id)", ["status": "retired"], session).status == 200)
        let found = try await send("GET", "\(address)/products/\(id)", nil, session)
        #expect(found.body["status"] as? String == "retired")
    }

    private static func send(
        _ method: String, _ address: String, _ body: [String: any Sendable]?, _ session: URLSession
    ) async throws -> (status: Int, body: [String: Any]) {
        var request = URLRequest(url: try #require(URL(string: address)))
        request.httpMethod = method
        if let body {
            request.httpBody = try JSONSerialization.data(withJSONObject: body)
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        }
        let (data, response) = try await session.data(for: request)
        let status = (response as? HTTPURLResponse)?.statusCode ?? 0
        return (status, try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:])
    }
}

extension Result where Failure == any Error {
    fileprivate init(catching body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
