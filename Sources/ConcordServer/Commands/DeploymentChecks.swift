public import ConcordCore

/// An API or an installed app with settings that `check --deploy` looks at.
///
///     extension ShopAPI: DeploymentChecks {
///         static func deploymentFindings(_ app: AppConfiguration) -> [DeploymentFinding] {
///             guard app.environment.payments.isSandbox else { return [] }
///             return [DeploymentFinding("Payments go to the sandbox.", help: "set PAYMENTS_URL")]
///         }
///     }
public protocol DeploymentChecks {
    /// Returns the settings that are unsafe or unusual in production.
    ///
    /// - Parameter app: The app as `configure` has set it up.
    static func deploymentFindings(_ app: AppConfiguration) -> [DeploymentFinding]
}

/// A setting that is unsafe or unusual in production.
public struct DeploymentFinding: Hashable, Sendable {
    /// A sentence that states the setting and its effect.
    public let message: String
    /// How to change the setting.
    public let help: String

    /// Creates a finding.
    ///
    /// - Parameters:
    ///   - message: A sentence that states the setting and its effect.
    ///   - help: How to change the setting, without a capital letter and a period: `set PAYMENTS_URL`.
    public init(_ message: String, help: String) {
        self.message = message
        self.help = help
    }
}
