import Concord

/// The catalog and the orders of a shop.
@API(title: "Bazaar", version: "1.0")
enum BazaarAPI {
    static let tags = [
        Tag("catalog", "Categories, products and reviews."),
        Tag("orders", "The orders of a customer."),
    ]
    static let authentication: [any Authentication] = [ShopKey()]
    static let models: [any Model.Type] = [OrderLine.self]
    static let views: [any View.Type] = [
        CategoryViewSet.self, ProductViewSet.self, ReviewList.self, Orders.self, OrderDetail.self,
    ]
}
