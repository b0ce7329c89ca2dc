public import Concord
import ConcordForms
import ConcordUsers

/// The settings of the admin, and the models that it shows.
public struct AdminSite: Sendable {
    /// The title of the pages.
    public var title = "Administration"
    /// The number of characters of a value from which on a list shortens it.
    var cellLength: Int { 100 }
    /// The models, in the order of the index.
    private(set) var models: [any RegisteredModel]

    /// Creates a site with the models of users.
    public init() { self.init(users: User.self) }

    /// Creates a site with the models of users.
    ///
    /// - Parameter model: The app's model of users.
    init(users model: any UserAccount.Type) { models = Self.readyModels(users: model) }

    /// Shows a model.
    ///
    ///     app.admin.register(Station.self) {
    ///         $0.listDisplay = [.field(\.name), .field(\.owner)]
    ///         $0.searchFields = [\.name]
    ///     }
    ///
    /// A model that is registered already gets the new settings.
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - configure: Changes the settings of the model's pages.
    public mutating func register<M: Model>(
        _ model: M.Type, _ configure: (inout ModelAdmin<M>) -> Void = { _ in }
    ) {
        var admin = (registered(M.table) as? ModelAdmin<M>) ?? Self.readyUsers(M.self) ?? ModelAdmin<M>()
        configure(&admin)
        guard let index = models.firstIndex(where: { $0.table == M.table }) else { return models.append(admin) }
        models[index] = admin
    }

    /// Stops showing a model, such as one of users.
    public mutating func unregister(_ model: any Model.Type) { models.removeAll { $0.table == model.table } }

    /// The models of the app, and then those of users.
    var ordered: [any RegisteredModel] { models.filter { $0.section == nil } + models.filter { $0.section != nil } }

    /// The registered model with a table.
    func registered(_ table: String) -> (any RegisteredModel)? { models.first { $0.table == table } }
}

extension AppEnvironment {
    /// The settings of the admin.
    @Entry public var admin: AdminSite = AdminSite()
}

extension AppConfiguration {
    /// The settings of the admin.
    public var admin: AdminSite {
        get { environment.admin }
        set { environment.admin = newValue }
    }
}
