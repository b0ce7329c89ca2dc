import Concord
import ConcordCore
import ConcordTesting
import Testing

/// Types in namespaces are served under the names in the document.
@Suite struct NamespaceTests {
    private let client = TestClient(NamespacesAPI.self)

    @Test func derivedNamesContainTheNamespaces() {
        #expect(Billing.Invoice.table == "billing_invoice")
        #expect(Billing.InvoiceSerializer.componentName == "BillingInvoice")
        let operations = NamespacesAPI.served.operationSummaries.map { "\($0[0]) \($0[1]) \($0[2])" }
        #expect(
            operations == [
                "GET /{kind}/items listBillingItems", "POST /{kind}/items buyBillingItems",
                "GET /invoices listBillingInvoices", "GET /shelves/items listStorageShelvesItems",
                "POST /shelves/items findStorageShelvesItems",
            ])
    }

    @Test func viewsReadTheTypesOfTheirNamespace() async throws {
        let billing = try await client.get("/goods/items?kind=service&currency=service")
        #expect(
            billing.json == [
                ["price": 10, "kind": "goods"], ["price": 1, "kind": "service"], ["price": 0, "kind": "service"],
            ])
        #expect(try await client.get("/shelves/items?above=1").json == [["shelf": 1]])
    }

    @Test(arguments: ["/goods/items?kind=low", "/high/items?kind=goods", "/shelves/items?above=goods"])
    func valuesOfATypeWithTheSameNameAreRefused(_ path: String) async throws {
        #expect(try await client.get(path).status == 400)
    }

    @Test func permissionsReadTheTypesOfTheirNamespace() async throws {
        #expect(try await client.get("/goods/items?kind=goods&not=service").status == 403)
        #expect(try await client.get("/goods/items?kind=goods&not=goods").status == 200)
    }

    @Test func bodiesAreOfTheTypeInTheNamespace() async throws {
        #expect(try await client.post("/goods/items", json: ["price": 3, "kind": "goods"]).json == ["total": 3])
        #expect(try await client.post("/goods/items", json: ["shelf": 1]).status == 400)
    }

    @Test func anImpliedMappingHasTheNamesOfTheDocument() async throws {
        let found: JSON = ["type": "StorageShelvesTagged"]
        #expect(try await client.post("/shelves/items", json: found).json == found)
        let stated: JSON = ["type": "empty-shelf"]
        #expect(try await client.post("/shelves/items", json: stated).json == stated)
        for name in ["StorageShelvesItem", "Tagged", "Nothing", "StorageShelvesNothing"] {
            #expect(try await client.post("/shelves/items", json: ["type": .string(name)]).status == 400)
        }
    }
}
