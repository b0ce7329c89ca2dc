import Concord

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

    /// The order here is the order of the document's paths.
    static let views: [any View.Type] = [
        Stations.self,
        StationDetail.self,
        StationForecast.self,
        ReportMeasurement.self,
    ]
}
