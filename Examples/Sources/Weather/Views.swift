import Concord
import Foundation

/// Only stations at or above an elevation.
@Filter
struct MinimumElevation: FilterBackend {
    /// Lowest elevation to include, in metres.
    @Query(.minimum(-430)) var above: Double?

    func filter(_ stations: QuerySet<Station>) -> QuerySet<Station> {
        guard let above else { return stations }
        return stations.filter { $0.elevation >= above }
    }
}

/// Every station of the network.
@View("/stations", .tags("stations"), .schema(AutoSchema(operationIDBase: "Station")))
struct ListStations: ListCreateAPIView {
    static let serializer = StationSerializer.self
    static let queryset = Station.objects.all()
    static let permissions: [any Permission] = [IsAuthenticatedOrReadOnly()]
    static let filters: [any FilterBackend<Station>] = [
        MinimumElevation(), SearchFilter(\.name), OrderingFilter(\.name, \.created),
    ]
    static let pagination = PageNumberPagination(pageSize: 50, maximum: 200)
}

/// One station.
@View("/stations/{id}", .tags("stations"), .schema(AutoSchema(operationIDBase: "Station")))
struct StationDetail: RetrieveUpdateDestroyAPIView {
    /// The station's identifier.
    @Path var id: UUID

    static let serializer = StationSerializer.self
    static let queryset = Station.objects.all()
    static let permissions: [any Permission] = [IsAuthenticatedOrReadOnly()]
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
        throw NotImplemented()
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
        throw NotImplemented()
    }

    /// The station's photo.
    @GET("getPhoto")
    func get() async throws -> Photo {
        throw NotImplemented()
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
    func post(@Body measurement: Measurement) async throws -> Measurement {
        throw NotImplemented()
    }
}
