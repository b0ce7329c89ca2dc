import Concord
import Foundation

/// Live and historical measurements from a network of weather stations.
@API(title: "Weather Stations", version: "1.4.0", .summary("What the sky does, station by station."))
enum WeatherAPI {
    static let contact = Contact(name: "Network team", email: "network@weather.example")
    static let license = License(name: "CC BY 4.0", identifier: "CC-BY-4.0")
    static let servers = [
        Server("https://api.weather.example/v1", "Production"),
        Server("https://sandbox.weather.example/v1", "Sandbox"),
    ]
    static let tags = [
        Tag("stations", "Where measurements come from."),
        Tag("measurements", "What stations report."),
    ]
    static let authentication: [any Authentication] = [SignedIn()]

    /// The order here is the order of the document's paths.
    static let views: [any View.Type] = [StationForecast.self, StationPhoto.self, ReportMeasurement.self]
}

@SecurityScheme(.http("bearer"))
struct SignedIn {
    func user(of credential: BearerCredential) async throws -> UserIdentity? {
        credential.token == "sunshine" ? UserIdentity("meteorologist") : nil
    }
}

/// The days ahead at one station.
@Serializer
struct Forecast {
    var station: UUID
    /// One entry a day, today first.
    @Field(.minItems(1), .maxItems(14)) var days: [Day]

    @Serializer
    struct Day {
        var date: CalendarDate
        /// Degrees Celsius.
        var low: Double
        var high: Double
        /// Null while the model has not run.
        var rain: Nullable<Double>
    }
}

/// The identifier that a station prints on its housing.
@Serializer(.pattern("^[A-Z]{2}-[0-9]{4}$"), .examples("NO-0042"))
struct StationCode {
    var rawValue: String
}

/// What every measurement says.
@Serializer
struct Reading {
    var station: StationCode
    @Field("taken_at") var takenAt: Date
}

@Serializer
struct WindReading {
    @AllOf var reading: Reading
    @Field(.minimum(0)) var speed: Double
    @Field(.minimum(0), .exclusiveMaximum(360)) var direction: Double?
    var kind = Const("wind")
}

@Serializer
struct RainReading {
    @AllOf var reading: Reading
    @Field(.minimum(0)) var millimetres: Double
    var kind = Const("rain")
}

/// Anything that a station can report.
@Serializer(.discriminator("kind"))
enum Measured {
    case wind(WindReading)
    case rain(RainReading)
}

/// Something went wrong.
@Serializer
struct Problem: Error {
    var title: String
    var detail: String?
}

@View("/stations/{id}/forecast", .tags("stations"))
struct StationForecast {
    /// The station's identifier.
    @Path var id: UUID

    /// Forecast for the days ahead.
    ///
    /// Computed every hour from the station's latest measurements.
    @GET("getForecast")
    @Response(404, Problem.self, "No such station.")
    @Response(.default, Problem.self)
    @OpenAPI(
        """
        x-cache: hourly
        """)
    func get(
        /// How many days ahead.
        @Query("days_ahead", .minimum(1), .maximum(14)) days: Int = 7,
        /// Answer in this language.
        @Header("Accept-Language") language: String?
    ) async throws -> Forecast {
        guard id.uuidString.hasPrefix("0") else { throw Problem(title: "No such station.", detail: language) }
        guard let date = CalendarDate("2026-03-01") else { throw NotImplemented() }
        let day = Forecast.Day(date: date, low: -3.5, high: 4, rain: nil)
        return Forecast(station: id, days: Array(repeating: day, count: days))
    }
}

@View("/stations/{id}/photo", .tags("stations"))
struct StationPhoto {
    /// The station's identifier.
    @Path var id: UUID

    /// Replace the station's photo.
    @PUT("putPhoto")
    @Response(413, Problem.self, "Larger than 5 MiB.")
    func put(@Body(.multipart) upload: Upload) async throws {
        if upload.photo.content.count > 5 { throw Problem(title: "Too large.") }
    }

    /// The station's photo.
    @GET("getPhoto")
    func get() async throws -> Photo {
        id.uuidString.hasPrefix("0") ? .picture(Bytes([1, 2, 3])) : .missing
    }

    @Serializer
    struct Upload {
        @Field(.contentType("image/jpeg")) var photo: File
        var caption: String?
    }

    @Responses
    enum Photo {
        /// The picture.
        @Status(200, "image/jpeg") case picture(Bytes)
        /// There is none yet.
        @Status(204) case missing
    }
}

@View("/measurements", .tags("measurements"))
struct ReportMeasurement {
    /// Report a measurement.
    @POST("reportMeasurement", .status(202))
    func post(@Body measurement: Measured) async throws -> Measured { measurement }
}
