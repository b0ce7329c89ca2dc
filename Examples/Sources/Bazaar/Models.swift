import Concord
import Foundation

/// A group of products.
@Model
struct Category {
    var id: Int
    @Field(.unique, .minLength(1), .maxLength(40)) var name: String

    static let ordering: [Ordering<Category>] = [.ascending(\.name)]
}

/// Something that the shop sells.
@Model
struct Product {
    var id: UUID
    @Field(.unique, .pattern("^[A-Z]{2}-[0-9]{4}$"), .example("TE-0042")) var sku: String
    @Field(.minLength(1), .maxLength(80)) var name: String
    var details: String = ""
    @ForeignKey(onDelete: .protect) var category: Category.ID
    /// The price in euros.
    @Field(.maxDigits(8), .decimalPlaces(2), .minimum(0)) var price: Decimal
    /// The number of items in the warehouse.
    @Field(.minimum(0), .maximum(1_000_000)) var stock: Int = 0
    var status: ProductStatus = .available
    @Field(.setOn(.create)) var created: Date
}

/// Whether customers can order a product.
enum ProductStatus: String, CaseIterable { case available, discontinued }

/// An opinion about a product.
@Model
struct Review {
    var id: Int
    @ForeignKey(onDelete: .cascade) var product: Product.ID
    @Field(.minimum(1), .maximum(5)) var stars: Int
    @Field(.maxLength(500)) var text: String?
    @Field(.setOn(.create)) var created: Date
}

/// An order of a customer.
@Model("shop_order")
struct Order {
    var id: UUID
    @Field(.index, .maxLength(40)) var customer: String
    var status: OrderStatus = .placed
    @Field(.maxDigits(10), .decimalPlaces(2)) var total: Decimal
    @Field(.setOn(.create)) var placed: Date
}

/// The progress of an order.
enum OrderStatus: String, CaseIterable { case placed, shipped, canceled }

/// The quantity of one product in an order.
@Model
struct OrderLine {
    var id: Int
    @ForeignKey(onDelete: .cascade) var order: Order.ID
    @ForeignKey(onDelete: .protect) var product: Product.ID
    @Field(.minimum(1)) var quantity: Int
}
