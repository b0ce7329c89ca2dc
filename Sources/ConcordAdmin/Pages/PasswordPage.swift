import Concord
import ConcordForms
import ConcordUsers

/// The pages for changing the password of the current user or of another user.
enum PasswordPage {
    static func show(_ context: AdminContext) throws -> APIResponse { try page(context).response(context) }

    private static func page(
        _ context: AdminContext, of other: User? = nil, errors: [String: [String]] = [:]
    ) -> AdminPage {
        func note(_ field: String) -> [String: Any] {
            ["errors": (errors[field] ?? []).map(\.capitalizedFirst), "hasErrors": errors[field] != nil]
        }
        let title = other.map { "Password of \($0.username)" } ?? "Change your password"
        return AdminPage(
            template: "password", title: title,
            crumbs: other.map { crumbs(context, $0) } ?? [AdminPage.Crumb(title: "Home", address: context.base)],
            values: [
                "isOwn": other == nil, "current": note("current"), "new": note("new"), "again": note("again"),
            ], status: errors.isEmpty ? .ok : 422)
    }

    private static func crumbs(_ context: AdminContext, _ user: User) -> [AdminPage.Crumb] {
        [
            AdminPage.Crumb(title: "Home", address: context.base),
            AdminPage.Crumb(title: "Users", address: context.address(of: User.table)),
            AdminPage.Crumb(
                title: user.username, address: context.address(of: User.table, key: .integer(Int64(user.id)))),
        ]
    }

    private static func problems(_ data: FormData, of user: User) -> [String: [String]] {
        var errors: [String: [String]] = [:]
        let new = data["new"] ?? ""
        var problems = new.isEmpty ? ["is required"] : []
        if new.utf8.count > 1024 { problems = ["must have at most 1024 characters"] }
        if problems.isEmpty { problems = AppEnvironment.current.users.passwords.problems(with: new, of: user) }
        if !problems.isEmpty { errors["new"] = problems }
        if new != data["again"] { errors["again"] = ["must be the same as the new password"] }
        return errors
    }

    static func change(_ context: AdminContext, _ data: FormData) async throws -> APIResponse {
        var errors = problems(data, of: context.user)
        let current = String((data["current"] ?? "").prefix(1024))
        switch try await User.authenticate(context.user.username, current, for: context.request) {
        case .signedIn: break
        case .refused: errors["current"] = ["is wrong"]
        case .throttled:
            throw Problem(
                429, "Too many attempts to sign in. Try again later.", headers: SignInLimits.retryHeaders)
        }
        guard errors.isEmpty else { return try page(context, errors: errors).response(context) }
        try await context.user.setPassword(data["new"] ?? "", keeping: context.signedIn.session)
        return AdminPage.redirect(
            to: context.base + "?_done=password", cookie: try await context.signedIn.continuingCookie())
    }

    /// Returns the user in the URL, if the current user can change that user's password.
    private static func otherUser(_ context: AdminContext, key: String) async throws -> User {
        guard let admin = context.site.registered(User.table) as? any AccountAdmin,
            context.request.pathParameter("model") == User.table
        else { throw Problem(404, "No such page.") }
        try context.require(.change, admin)
        return try await admin.changeableUser(context, key: key)
    }

    static func showOther(_ context: AdminContext, key: String) async throws -> APIResponse {
        try page(context, of: try await otherUser(context, key: key)).response(context)
    }

    static func changeOther(_ context: AdminContext, key: String, _ data: FormData) async throws -> APIResponse {
        let user = try await otherUser(context, key: key)
        let errors = problems(data, of: user)
        guard errors.isEmpty else { return try page(context, of: user, errors: errors).response(context) }
        let isOwn = user.id == context.user.id
        try await user.setPassword(data["new"] ?? "", keeping: isOwn ? context.signedIn.session : nil)
        let change = ObjectChange(field: "password", old: "", new: "")
        try await context.log(.changed, user, label: user.username, [change])
        return AdminPage.redirect(
            to: context.address(of: User.table, key: .integer(Int64(user.id))) + "?_done=password",
            cookie: isOwn ? try await context.signedIn.continuingCookie() : nil)
    }
}

/// The settings of a user model, independent of its type.
private protocol AccountAdmin: RegisteredModel {
    /// Returns the user at an address, if the request's user may change it.
    func changeableUser(_ context: AdminContext, key: String) async throws -> User
}

extension ModelAdmin: AccountAdmin where M: UserAccount {
    func changeableUser(_ context: AdminContext, key: String) async throws -> User {
        let account = try await object(context, key: key)
        try await check(.change, account, context)
        return User(account)
    }
}
