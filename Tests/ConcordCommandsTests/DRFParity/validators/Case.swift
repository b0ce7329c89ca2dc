import Concord
import Foundation

@API(title: "validators", version: "1.0.0")
enum ReadingsAPI {
    static let views: [any View.Type] = [Readings.self]
}

@Model
struct Reading {
    var id: Int
    @Field(.minLength(3), .maxLength(8)) var code: String
    @Field(.maxLength(20), .pattern("^[A-Z]{2}-[0-9]{4}$")) var pattern: String
    @Field(.minimum(-430), .maximum(8850)) var elevation: Double
    @Field(.unique, .maxLength(20)) var name: String
}

@Serializer(of: Reading.self, exclude: \.id)
struct ReadingSerializer {
    @Field(.minimum(1), .maximum(7)) var number: Int
    @Field(.minimum(0)) var speed: Double
    @Field(.minItems(1), .maxItems(5), .items(.minLength(2))) var words: [String]
    @Field(.additionalProperties(.minimum(0))) var weights: [String: Double]
    @Field(.maxDigits(5), .decimalPlaces(2), .minimum(0)) var price: Decimal
}

@View("/readings", .tags("readings"))
struct Readings: ListCreateAPIView {
    static let serializer = ReadingSerializer.self
    static let queryset = Reading.objects.all()
}
