import Concord
import Foundation

/// Every station of the network.
@View("/stations", .tags("stations"))
struct Stations {
    /// List stations.
    @GET("listStations")
    func list(
        /// Lowest elevation to include, in metres.
        @Query(.minimum(-430)) above: Double?
    ) async throws -> [Station] {
        await StationStore.shared.all.filter { above == nil || ($0.elevation ?? 0) >= above ?? 0 }
    }

    /// Add a station.
    @POST("addStation", .status(201))
    func add(@Body station: Station) async throws -> Station {
        await StationStore.shared.add(station)
    }
}

/// One station.
@View("/stations/{id}", .tags("stations"))
struct StationDetail {
    /// The station's identifier.
    @Path var id: StationCode

    /// One station.
    @GET("getStation")
    @Response(404, Problem.self, "No such station.")
    func get() async throws -> Station {
        try await StationStore.shared.station(id)
    }
}

@View("/stations/{id}/forecast", .tags("stations"))
struct StationForecast {
    /// The station's identifier.
    @Path var id: StationCode

    /// Forecast for the days ahead.
    ///
    /// Computed every hour from the station's latest measurements.
    @GET("getForecast")
    @Response(404, Problem.self, "No such station.")
    @OpenAPI(
        """
        x-cache: hourly
        """)
    func get(
        /// How many days ahead.
        @Query("days_ahead", .minimum(1), .maximum(14)) days: Int = 7
    ) async throws -> Forecast {
        let station = try await StationStore.shared.station(id)
        let day = Forecast.Day(low: 4, high: 11.5, rain: .null)
        return Forecast(station: station.id ?? id, days: Array(repeating: day, count: days))
    }
}

@View("/measurements", .tags("measurements"))
struct ReportMeasurement {
    /// Report a measurement.
    @POST("reportMeasurement", .status(202))
    func post(@Body measurement: Measurement) async throws -> Measurement {
        measurement
    }
}
