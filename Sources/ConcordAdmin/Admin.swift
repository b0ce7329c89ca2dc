public import Concord
public import ConcordDatabase
import ConcordUsers

/// An installed app with pages at `/admin`, on which staff can read and change the objects of an app. Install it in the
/// API together with `Users`, and register models in `configure`:
///
///     @API(title: "Weather", version: "1.0")
///     enum WeatherAPI {
///         static let installedApps: [any InstalledApp.Type] = [Users.self, Admin.self]
///
///         static func configure(_ app: inout AppConfiguration) {
///             app.admin.register(Station.self) {
///                 $0.listFilter = [\.status]
///             }
///         }
///     }
///
/// Users sign in with their username and password. They need ``ConcordUsers/User/isStaff``, and the permissions of the models, such
/// as `change_station`. The pages are not part of the OpenAPI document.
public enum Admin: InstalledApp {
    /// The model of the history.
    public static let models: [any Model.Type] = [AdminLogEntry.self]

    /// Adds the pages.
    public static func configure(_ app: inout AppConfiguration) throws {
        app.admin = AdminSite(users: try Users.userModel(in: app.environment.models))
        AdminRoutes.add(to: &app.pages)
    }
}

extension Admin: MigratedAPI {
    /// The migrations of the tables of the admin, in order.
    public static let migrations: [any Migration.Type] = [CreateAdmin.self]
}
