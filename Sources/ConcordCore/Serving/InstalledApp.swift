/// A reusable part of an API with its own models and settings, like an entry of `INSTALLED_APPS` in Django.
///
///     @API(title: "Shop", version: "1.0")
///     enum ShopAPI {
///         static let installedApps: [any InstalledApp.Type] = [Users.self]
///         static let views: [any View.Type] = [UserViews.self, ProductViewSet.self]
///     }
///
/// If an installed app conforms to `MigratedAPI`, its migrations are applied before those of the API. If it conforms to
/// `ManagementCommands`, its commands are added to the executable.
public protocol InstalledApp: Sendable {
    /// The models. The command `migrate` creates their tables.
    static var models: [any Model.Type] { get }

    /// Changes the settings of the API before the API's own `configure` function runs.
    ///
    /// - Throws: Any error. It prevents the API from starting.
    static func configure(_ app: inout AppConfiguration) async throws
}

extension InstalledApp {
    /// The default: no models.
    public static var models: [any Model.Type] { [] }

    /// The default: changes no settings.
    public static func configure(_ app: inout AppConfiguration) async throws {}
}
