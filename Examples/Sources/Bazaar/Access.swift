import Concord

/// The key of a customer or of the staff, as issued by the shop.
@SecurityScheme(.apiKey(header: "X-API-Key"))
struct ShopKey {
    func user(of credential: APIKeyCredential) async throws -> Customer? {
        switch credential.key {
        case "staff-key": Customer(identifier: "staff", isAdministrator: true)
        case "ada-key": Customer(identifier: "ada", isAdministrator: false)
        case "ben-key": Customer(identifier: "ben", isAdministrator: false)
        default: nil
        }
    }
}

/// The owner of a key.
struct Customer: AuthenticatedUser {
    let identifier: String
    let isAdministrator: Bool
}

/// Only the staff can change the catalog.
struct IsStaffOrReadOnly: Permission {
    func allows(_ request: APIRequest) async throws -> Bool {
        guard !["GET", "HEAD"].contains(request.method.rawValue) else { return true }
        return request.user(as: Customer.self)?.isAdministrator == true
    }
}
