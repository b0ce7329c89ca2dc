import Concord
import Foundation

// Types of the same name in several namespaces. Each refers to its neighbors by their short names.

@API(title: "Namespaces", version: "1")
enum NamespacesAPI {
    static let views: [any View.Type] = [Billing.Items.self, Billing.Invoices.self, Storage.Shelves.Items.self]
}

extension NamespacesAPI {
    @Serializer struct Receipt { var total: Int }
}

enum Billing {
    @Model struct Invoice {
        var id: UUID
        @ForeignKey(onDelete: .cascade) var customer: Customer.ID
        var state: State

        enum State: String { case open, paid }
    }

    @Model struct Customer {
        var id: UUID
        var name: String
    }

    @Serializer(of: Invoice.self) struct InvoiceSerializer {}

    @Serializer struct Item {
        var price: Int
        var kind: Kind
    }

    enum Kind: String { case goods, service }

    @Parameter struct Currency {
        @Query("currency") var rawValue: Kind = .goods
    }

    @Group struct Range {
        @Query var kind: Kind
        @Query(.minimum(1)) var limit: Int = 10
    }

    @Permission struct NeverOn: Permission {
        @Query("not") var kind: Kind?

        func allows(_ request: APIRequest) async throws -> Bool { kind != .service }
    }

    @View("/invoices")
    struct Invoices: ListAPIView {
        static let serializer = InvoiceSerializer.self
        static let queryset = Invoice.objects.filter { $0.state == .open }
    }
}

extension Billing {
    @View("/{kind}/items")
    struct Items {
        static let permissions: [any Permission] = [NeverOn()]

        @Path var kind: Kind

        @GET func list(range: Range, currency: Currency) async throws -> [Item] {
            [
                Item(price: range.limit, kind: kind), Item(price: 1, kind: range.kind),
                Item(price: 0, kind: currency.rawValue),
            ]
        }

        @POST func buy(@Body item: Item) async throws -> NamespacesAPI.Receipt {
            NamespacesAPI.Receipt(total: item.price)
        }
    }
}

struct Storage {
    enum Shelves {
        enum Kind: Int { case low, high }

        @Serializer struct Item { var shelf: Kind }

        @Serializer(.union(.oneOf), .discriminator("type"), .mapping(nil)) enum Found {
            case item(Tagged)
            case nothing(Nothing)
        }

        @Serializer struct Tagged { var type: String }
        @Serializer("empty-shelf") struct Nothing { var type: String }

        @View("/shelves/items") struct Items {
            @GET func list(@Query above: Kind) async throws -> [Item] { [Item(shelf: above)] }
            @POST func find(@Body found: Found) async throws -> Found { found }
        }
    }
}
