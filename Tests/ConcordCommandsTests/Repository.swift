import Foundation

/// The files of this repository that the tests look at.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static let petstore = root + "/specs/petstore/openapi.yaml"

    static let weather = root + "/Examples/Sources/WeatherInMemory"

    /// The document of its sources, as it is committed.
    static let weatherDocument = root + "/generated/weather-in-memory/openapi.yaml"
}
