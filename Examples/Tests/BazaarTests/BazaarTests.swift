import Concord
import ConcordTesting
import Foundation
import Testing

@testable import Bazaar

struct BazaarTests {
    private let client = TestClient(BazaarAPI.self)
    private let staff: TestClient.Headers = ["X-API-Key": "staff-key"]
    private let ada: TestClient.Headers = ["X-API-Key": "ada-key"]
    private let ben: TestClient.Headers = ["X-API-Key": "ben-key"]

    private func addProduct(_ sku: String, price: String, stock: Int) async throws {
        let category = try await client.post("/categories", headers: staff, json: ["name": .string("Tea \(sku)")])
        #expect(category.status == 201)
        let product = try await client.post(
            "/products", headers: staff,
            json: [
                "sku": .string(sku), "name": .string("Tea \(sku)"), "category": category.json["id"] ?? .null,
                "price": .string(price), "stock": .number(Number(stock)),
            ])
        #expect(product.status == 201)
    }

    private func cart(_ lines: [(String, Int)]) -> JSON {
        let lines = lines.map { JSON.object(["sku": .string($0.0), "quantity": .number(Number($0.1))]) }
        return ["lines": .array(lines), "payment": ["kind": "invoice", "email": "ada@bazaar.example"]]
    }

    @Test func customersOrderWhatIsInStock() async throws {
        try await addProduct("TE-0001", price: "3.50", stock: 5)
        try await addProduct("TE-0002", price: "10.00", stock: 1)
        let placed = try await client.post("/orders", headers: ada, json: cart([("TE-0001", 2), ("TE-0002", 1)]))
        #expect(placed.status == 201)
        #expect(placed.json["total"] == "17")
        let refused = try await client.post("/orders", headers: ada, json: cart([("TE-0001", 2), ("TE-0002", 1)]))
        #expect(refused.status == 409)
        #expect(refused.json["products"] == ["TE-0002"])
        let left = try await client.get("/products?search=TE-0001")
        #expect(left.json["results"]?[0]?["stock"] == 3)
    }

    @Test func customersSeeAndCancelTheirOwnOrders() async throws {
        try await addProduct("TE-0003", price: "2.00", stock: 5)
        let placed = try await client.post("/orders", headers: ada, json: cart([("TE-0003", 1)]))
        guard case .string(let id)? = placed.json["id"] else { throw Problem(500, "The order has no key.") }
        #expect(try await client.get("/orders/\(id)", headers: ben).status == 404)
        #expect(try await client.delete("/orders/\(id)", headers: ada).status == 204)
        #expect(try await client.delete("/orders/\(id)", headers: ada).status == 409)
        #expect(try await client.get("/orders?status=canceled", headers: ada).json[0]?["id"] == .string(id))
        #expect(try await client.get("/orders?status=lost", headers: ada).status == 400)
    }

    @Test func onlyTheStaffChangesTheCatalog() async throws {
        #expect(try await client.post("/categories", json: ["name": "Tea"]).status == 401)
        #expect(try await client.post("/categories", headers: ada, json: ["name": "Tea"]).status == 403)
        #expect(try await client.get("/categories").status == 200)
    }

    @Test func productsAreFilteredAndSorted() async throws {
        try await addProduct("TE-0004", price: "4.00", stock: 1)
        try await addProduct("TE-0005", price: "8.00", stock: 0)
        let cheap = try await client.get("/products?max_price=5&ordering=-price&page_size=10")
        #expect(cheap.json["count"] == 1)
        #expect(cheap.json["results"]?[0]?["isInStock"] == true)
        #expect(try await client.get("/products?max_price=-1").status == 400)
        #expect(try await client.get("/products?ordering=stock").status == 400)
    }

    @Test func servesItsDocument() async throws {
        #expect(try await client.get("/openapi.yaml").text.contains("PaginatedProductList"))
    }
}
