import Concord
import Foundation

extension Cart {
    /// Takes the products of the cart from the stock and stores the order.
    ///
    /// - Throws: ``OutOfStock`` with the products that are missing.
    func order(for customer: Customer) async throws -> Order {
        var total = Decimal(0)
        var missing: [String] = []
        var found: [(product: Product, quantity: Int)] = []
        for line in lines {
            let products = Product.objects.filter { $0.sku == line.sku && $0.status == .available }
            guard var product = try await products.selectForUpdate().first(), product.stock >= line.quantity else {
                missing.append(line.sku)
                continue
            }
            product.stock -= line.quantity
            try await product.save()
            total += product.price * Decimal(line.quantity)
            found.append((product, line.quantity))
        }
        guard missing.isEmpty else { throw OutOfStock(products: missing) }
        let order = try await Order.objects.create(
            Order(id: UUID(), customer: customer.identifier, total: total, placed: .now))
        try await OrderLine.objects.bulkInsert(
            found.map { OrderLine(id: 0, order: order.id, product: $0.product.id, quantity: $0.quantity) })
        return order
    }
}
