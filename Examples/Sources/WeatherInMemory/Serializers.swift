import Concord
import Foundation

/// A place that measures.
@Serializer
struct Station {
    @Field(.readOnly) var id: StationCode?
    /// Name shown on maps.
    @Field(.minLength(1), .maxLength(40)) var name: String
    /// Metres above sea level.
    @Field(.minimum(-430), .maximum(8850)) var elevation: Double?
    var status: Status = .active

    enum Status: String {
        case active, retired
    }
}

/// The identifier that a station prints on its housing.
@Serializer(.pattern("^[A-Z]{2}-[0-9]{4}$"), .example("NO-0042"))
struct StationCode {
    var rawValue: String
}

/// The days ahead at one station.
@Serializer
struct Forecast {
    var station: StationCode
    /// One entry a day, today first.
    @Field(.minItems(1), .maxItems(14)) var days: [Day]

    @Serializer
    struct Day {
        /// Degrees Celsius.
        var low: Double
        var high: Double
        /// Null while the model has not run.
        var rain: Nullable<Double>
    }
}

@Serializer
struct WindReading {
    var station: StationCode
    @Field("taken_at") var takenAt: Date
    @Field(.minimum(0)) var speed: Double
    @Field(.minimum(0), .exclusiveMaximum(360)) var direction: Double?
    var kind = Const("wind")
}

@Serializer
struct RainReading {
    var station: StationCode
    @Field("taken_at") var takenAt: Date
    @Field(.minimum(0)) var millimetres: Double
    var kind = Const("rain")
}

/// Anything that a station can report.
@Serializer(.discriminator("kind"))
enum Measurement {
    case wind(WindReading)
    case rain(RainReading)
}
