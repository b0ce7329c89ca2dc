import Concord
import Foundation

@View("/categories", .tags("catalog"))
struct CategoryViewSet: ModelViewSet {
    static let serializer = CategorySerializer.self
    static let queryset = Category.objects.all()
    static let permissions: [any Permission] = [IsAuthenticatedOrReadOnly(), IsStaffOrReadOnly()]
}

/// Only products in a price range.
@Filter
struct PriceRange: FilterBackend {
    /// The minimum price in euros.
    @Query("min_price", .minimum(0)) var minimum: Decimal?
    /// The maximum price in euros.
    @Query("max_price", .minimum(0)) var maximum: Decimal?

    func filter(_ products: QuerySet<Product>) -> QuerySet<Product> {
        var products = products
        if let minimum { products = products.filter { $0.price >= minimum } }
        if let maximum { products = products.filter { $0.price <= maximum } }
        return products
    }
}

@View("/products", .tags("catalog"))
struct ProductViewSet: ModelViewSet {
    static let serializer = ProductSerializer.self
    static let queryset = Product.objects.order(by: .ascending(\.sku))
    static let permissions: [any Permission] = [IsAuthenticatedOrReadOnly(), IsStaffOrReadOnly()]
    static let filters: [any FilterBackend<Product>] = [
        PriceRange(), FieldFilter(.init(\.category), .init(\.status)), SearchFilter(\.name, \.details),
        OrderingFilter(\.price, \.name),
    ]
    static let pagination = PageNumberPagination(pageSize: 20, maximum: 100)
}

@View("/reviews", .tags("catalog"))
struct ReviewList: ListCreateAPIView {
    static let serializer = ReviewSerializer.self
    static let queryset = Review.objects.order(by: .descending(\.created))
    static let permissions: [any Permission] = [IsAuthenticatedOrReadOnly()]
    static let throttles: [any Throttle] = [RateThrottle("1000/minute")]
    static let filters: [any FilterBackend<Review>] = [FieldFilter(.init(\.product))]
    static let pagination = LimitOffsetPagination(pageSize: 20, maximum: 100)
}

@View("/orders", .tags("orders"))
struct Orders {
    @CurrentUser var customer: Customer

    /// List the orders of the customer.
    @GET("listOrders")
    func list(
        /// Only orders with this status.
        @Query status: OrderStatus?
    ) async throws -> [OrderSerializer] {
        var orders = Order.objects.filter { $0.customer == customer.identifier }
        if let status { orders = orders.filter { $0.status == status } }
        return try await OrderSerializer.representing(orders.order(by: .descending(\.placed)).fetch())
    }

    /// Place an order.
    ///
    /// The order is placed completely or not at all.
    @POST("placeOrder", .status(201))
    @Response(201, "The order is placed.")
    @Response(409, OutOfStock.self, "There are not enough items of a product.")
    func place(@Body cart: Cart) async throws -> OrderSerializer {
        let order = try await Database.current.transaction { try await cart.order(for: customer) }
        return OrderSerializer(order)
    }
}

@View("/orders/{id}", .tags("orders"))
struct OrderDetail {
    /// The identifier of the order.
    @Path var id: UUID
    @CurrentUser var customer: Customer

    /// Retrieve an order.
    @GET("retrieveOrder")
    func retrieve() async throws -> OrderSerializer {
        guard let order = try await own.first() else { throw Problem(404, "No such order.") }
        return OrderSerializer(order)
    }

    /// Cancel an order.
    @DELETE("cancelOrder", .status(204))
    func cancel() async throws {
        guard let order = try await own.first() else { throw Problem(404, "No such order.") }
        guard order.status == .placed else { throw Problem(409, "The order has been shipped or canceled.") }
        try await own.update(.set(\.status, to: .canceled))
    }

    private var own: QuerySet<Order> {
        Order.objects.filter { $0.id == id && $0.customer == customer.identifier }
    }
}
