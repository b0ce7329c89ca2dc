import Concord
import Foundation

@API(title: "decimals", version: "1.0.0")
enum PricesAPI {
    static let views: [any View.Type] = [Prices.self]
}

@Model
struct Price {
    var id: Int
    @Field(.maxDigits(6), .decimalPlaces(2)) var amount: Decimal
    @Field(.maxDigits(5), .decimalPlaces(4), .minimum(0)) var rate: Decimal
}

@Serializer(of: Price.self, exclude: \.id)
struct PriceSerializer {
    @Field(.multipleOf(0.01), .exclusiveMinimum(-10_000), .exclusiveMaximum(10_000)) var number: Double
}

@View("/prices", .tags("prices"))
struct Prices: ListCreateAPIView {
    static let serializer = PriceSerializer.self
    static let queryset = Price.objects.all()
}
