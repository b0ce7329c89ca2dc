import Concord

@API(title: "polymorphism", version: "1.0.0")
enum MeasurementsAPI {
    static let views: [any View.Type] = [Measurements.self]
}

@Serializer
struct Wind {
    var kind = Const("wind")
    @Field(.minimum(0)) var speed: Double
}

@Serializer
struct Rain {
    var kind = Const("rain")
    @Field(.minimum(0)) var millimetres: Double
}

@Serializer(.discriminator("kind"))
enum Measurement {
    case wind(Wind)
    case rain(Rain)
}

@View("/measurements", .tags("measurements"))
struct Measurements {
    /// Report a measurement.
    @POST("reportMeasurement")
    func post(@Body measurement: Measurement) async throws -> Measurement { throw NotImplemented() }
}
