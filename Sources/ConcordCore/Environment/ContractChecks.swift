/// Which responses the server checks against the document before it sends them.
///
/// A response that the document does not allow is sent, and reported as an error in the log. In a test that uses
/// `TestClient`, it fails the test.
///
///     static func configure(_ app: inout AppConfiguration) {
///         app.contractChecks = .sampled(0.01)
///     }
public struct ContractChecks: Sendable, Equatable {
    /// The part of the responses that is checked, from 0 to 1.
    let share: Double

    /// Checks every response: the default in debug builds.
    public static let always = ContractChecks(share: 1)
    /// Checks no response: the default in release builds.
    public static let never = ContractChecks(share: 0)

    /// Checks a random sample of the responses.
    ///
    /// - Parameter share: The part of the responses to check, from 0 to 1.
    public static func sampled(_ share: Double) -> ContractChecks { ContractChecks(share: min(max(share, 0), 1)) }

    /// The default of the build configuration.
    static var ofBuild: ContractChecks {
        #if DEBUG
            .always
        #else
            .never
        #endif
    }

    /// Whether no response is checked.
    package var isOff: Bool { share == 0 }

    /// Whether to check the next response.
    var includesNext: Bool { share >= 1 || (share > 0 && Double.random(in: 0..<1) < share) }
}
