public import Concord
public import ConcordForms
import ConcordUsers

/// The settings of the admin, and the models that it shows.
public struct AdminSite: Sendable {
    /// The title of the pages.
    public var title = "Administration"
    /// The app's templates. Those in the folder `admin` replace pages of the admin, or parts of them:
    ///
    ///     app.admin.templates = try await Templates(folder: "Templates")
    ///
    /// `admin/list.mustache` replaces the lists, and `admin/station/list.mustache` replaces the list of the model with
    /// the table `station`.
    public var templates: Templates? {
        didSet { pageTemplates = AdminTemplates(templates) }
    }
    /// The templates of the pages.
    private(set) var pageTemplates = AdminTemplates.builtIn
    /// The maximum number of characters of a value in a list. Longer values are truncated.
    var cellLength: Int { 100 }
    /// The models, in the order of the start page.
    private(set) var models: [any RegisteredModel]

    /// Creates a site with the user models.
    public init() { self.init(users: User.self) }

    /// Creates a site with the user models.
    ///
    /// - Parameter model: The app's user model.
    init(users model: any UserAccount.Type) { models = Self.readyModels(users: model) }

    /// Adds a model to the admin:
    ///
    ///     app.admin.register(Station.self) {
    ///         $0.listDisplay = [.field(\.name), .field(\.owner)]
    ///         $0.searchFields = [\.name]
    ///     }
    ///
    /// If the model is already registered, its settings are replaced.
    ///
    /// - Parameters:
    ///   - model: The model.
    ///   - configure: A closure that changes the settings of the model's pages.
    public mutating func register<M: Model>(
        _ model: M.Type, _ configure: (inout ModelAdmin<M>) -> Void = { _ in }
    ) {
        var admin = (registered(M.table) as? ModelAdmin<M>) ?? Self.readyUsers(M.self) ?? ModelAdmin<M>()
        configure(&admin)
        guard let index = models.firstIndex(where: { $0.table == M.table }) else { return models.append(admin) }
        models[index] = admin
    }

    /// Removes a model from the admin, for example a model of `Users`.
    public mutating func unregister(_ model: any Model.Type) { models.removeAll { $0.table == model.table } }

    /// The models of the app, followed by those of `Users`.
    var ordered: [any RegisteredModel] { models.filter { $0.section == nil } + models.filter { $0.section != nil } }

    /// Returns the registered model with a table.
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
