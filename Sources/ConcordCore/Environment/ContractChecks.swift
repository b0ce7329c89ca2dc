/// The share of the responses that the server checks against the document before it sends them.
///
/// A response that violates the document is sent anyway, and logged as an error. In a test with `TestClient`, it fails
/// the test.
///
///     static func configure(_ app: inout AppConfiguration) {
///         app.contractChecks = .sampled(0.01)
///     }
public struct ContractChecks: Sendable, Equatable {
    /// The share of the responses that is checked, from 0 to 1.
    let share: Double

    /// Checks every response. This is the default in debug builds.
    public static let always = ContractChecks(share: 1)
    /// Checks no response. This is the default in release builds.
    public static let never = ContractChecks(share: 0)

    /// Checks a random sample of the responses.
    ///
    /// - Parameter share: The share of the responses to check, from 0 to 1.
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
