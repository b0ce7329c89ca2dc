import Foundation

/// The values that the system provides and a test can replace: the time, identifiers, and random numbers.
///
///     let client = TestClient(NotesAPI.self) { app in
///         app.environment.now = { Date(timeIntervalSince1970: 0) }
///     }
extension AppEnvironment {
    private static let nowEntry = _Core.EnvironmentEntry<@Sendable () -> Date>({ Date() })
    private static let makeUUIDEntry = _Core.EnvironmentEntry<@Sendable () -> UUID>({ UUID() })
    private static let randomNumberGeneratorEntry = _Core.EnvironmentEntry<
        @Sendable () -> any RandomNumberGenerator & Sendable
    >({ SystemRandomNumberGenerator() })

    /// Returns the current time. Fields with `.setOn` take their values from it.
    public var now: @Sendable () -> Date {
        get { self[Self.nowEntry] }
        set { self[Self.nowEntry] = newValue }
    }

    /// Returns a new identifier. The default is a random UUID.
    public var makeUUID: @Sendable () -> UUID {
        get { self[Self.makeUUIDEntry] }
        set { self[Self.makeUUIDEntry] = newValue }
    }

    /// Returns a generator of random numbers. The default is that of the system.
    public var randomNumberGenerator: @Sendable () -> any RandomNumberGenerator & Sendable {
        get { self[Self.randomNumberGeneratorEntry] }
        set { self[Self.randomNumberGeneratorEntry] = newValue }
    }
}
