public import Concord
public import ConcordDatabase
import ConcordUsers

/// Pages at `/admin` on which staff reads and changes the objects of an app. Install it in the API beside `Users`, and register
/// models in `configure`:
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
/// Users sign in with their name and password. They need ``User/isStaff``, and the permissions of the models, such as
/// `change_station`. The pages are not a part of the OpenAPI document.
public enum Admin: InstalledApp {
    /// The history of the objects.
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
