import Foundation

/// The files of this repository that the tests use.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static let petstore = root + "/specs/petstore/openapi.yaml"

    static let weather = root + "/Examples/Sources/WeatherInMemory"

    /// The committed document of the example's sources.
    static let weatherDocument = root + "/generated/weather-in-memory/openapi.yaml"
}
