public import ConcordCore

/// An API or an installed app with its own checks for `check --deploy`.
///
///     extension ShopAPI: DeploymentChecks {
///         static func deploymentFindings(_ app: AppConfiguration) -> [DeploymentFinding] {
///             guard app.environment.payments.isSandbox else { return [] }
///             return [DeploymentFinding("Payments go to the sandbox.", help: "set PAYMENTS_URL")]
///         }
///     }
public protocol DeploymentChecks {
    /// Returns a finding for each setting that is unsafe or unusual in production.
    ///
    /// - Parameter app: The app after its `configure` function.
    static func deploymentFindings(_ app: AppConfiguration) -> [DeploymentFinding]
}

/// A setting that is unsafe or unusual in production.
public struct DeploymentFinding: Hashable, Sendable {
    /// A sentence with the setting and its effect.
    public let message: String
    /// How to change the setting.
    public let help: String

    /// Creates a finding.
    ///
    /// - Parameters:
    ///   - message: A sentence with the setting and its effect.
    ///   - help: How to change the setting, in lowercase and without a period: `set PAYMENTS_URL`.
    public init(_ message: String, help: String) {
        self.message = message
        self.help = help
    }
}
