import Concord
import ConcordForms
import ConcordUsers

/// A request to the admin, with its user and the user's permissions.
struct AdminContext {
    let request: APIRequest
    let site: AdminSite
    let signedIn: SignedInUser
    /// The permissions of the user, or `nil` for a superuser, who has all.
    private let permissions: Set<String>?
    let query: AdminQuery

    var user: User { signedIn.user }

    /// The root path of the admin.
    var base: String { Self.base(of: request) }

    static func base(of request: APIRequest) -> String { request.mountPath + "/admin" }

    init(_ request: APIRequest, _ signedIn: SignedInUser) async throws {
        self.request = request
        self.signedIn = signedIn
        site = AppEnvironment.current.admin
        permissions = signedIn.user.isSuperuser ? nil : try await signedIn.user.allPermissions()
        query = AdminQuery(request.query ?? "")
    }

    /// Returns whether the user has a permission.
    func has(_ permission: String) -> Bool { permissions?.contains(permission) ?? true }

    /// Returns whether the user can perform an operation on the objects of a model. Users who can change objects can
    /// also view them.
    func can(_ operation: AdminOperation, _ table: String) -> Bool {
        if operation == .view, has("change_\(table)") { return true }
        return has("\(operation.rawValue)_\(table)")
    }

    /// Returns whether the user can perform an operation on the objects of a registered model.
    func can(_ operation: AdminOperation, _ model: any RegisteredModel) -> Bool {
        switch operation {
        case .view: can(.view, model.table)
        case .add: model.canAdd && can(.add, model.table)
        case .change: model.canChange && can(.change, model.table)
        case .delete: model.canDelete && can(.delete, model.table)
        }
    }

    /// Throws a problem with status 403 unless the user can perform an operation.
    func require(_ operation: AdminOperation, _ model: any RegisteredModel) throws {
        guard can(operation, model) else {
            throw Problem(403, "You don't have permission to \(operation.rawValue) \(model.plural).")
        }
    }

    /// Returns the registered model in the URL.
    func registeredModel() throws -> any RegisteredModel {
        guard let table = request.pathParameter("model"), let model = site.registered(table) else {
            throw Problem(404, "No such model.")
        }
        return model
    }

    func address(of table: String) -> String { "\(base)/models/\(table)" }

    func address(of table: String, key: QueryValue, _ page: String = "") -> String {
        "\(address(of: table))/objects/\(AdminQuery.encoded(key.plainText))" + (page.isEmpty ? "" : "/\(page)")
    }

    /// Returns the URL of the object that a key refers to, if the user can view it.
    func address(ofObject key: QueryValue, of model: any Model.Type) -> String? {
        guard let registered = site.registered(model.table), can(.view, registered) else { return nil }
        return address(of: model.table, key: key)
    }
}
