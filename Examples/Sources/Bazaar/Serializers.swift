import Concord
import Foundation

@Serializer(of: Category.self)
struct CategorySerializer {}

@Serializer(of: Product.self)
struct ProductSerializer {
    /// Whether the product can be ordered now.
    @Field var isInStock: Bool { instance.stock > 0 && instance.status == .available }
}

@Serializer(of: Review.self)
struct ReviewSerializer {}

@Serializer(of: Order.self, readOnly: \.customer, \.total, \.status)
struct OrderSerializer {}

/// The contents of a new order.
@Serializer(.additionalProperties(false))
struct Cart {
    @Field(.minItems(1), .maxItems(20)) var lines: [CartLine]
    var payment: Payment
}

/// A product and its quantity.
@Serializer(.additionalProperties(false))
struct CartLine {
    var sku: String
    @Field(.minimum(1), .maximum(99)) var quantity: Int = 1
}

/// The method of payment.
@Serializer(.discriminator("kind"))
enum Payment { case card(CardPayment), invoice(InvoicePayment) }

/// Payment with the token of a card.
@Serializer
struct CardPayment {
    var kind = Const("card")
    @Field(.minLength(8), .maxLength(64)) var token: String
}

/// Payment after delivery.
@Serializer
struct InvoicePayment {
    var kind = Const("invoice")
    @Field(.format(.email)) var email: String
}

/// The products that are missing for an order.
@Serializer
struct OutOfStock: Error {
    /// The SKUs of the products.
    var products: [String]
}
