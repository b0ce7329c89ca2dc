import Concord
import ConcordForms
import ConcordUsers

/// The sign-in page.
enum SignInPage {
    static func show(_ request: APIRequest) async throws -> APIResponse {
        let next = safeAddress(AdminQuery(request.query ?? "")["next"], request)
        return try page(next: next).response(toVisitor: request)
    }

    private static func page(
        next: String, username: String = "", error: String? = nil, status: HTTPResponse.Status = .ok
    ) -> AdminPage {
        AdminPage(
            template: "login", title: "Sign in",
            values: ["next": next, "typedName": username, "hasError": error != nil, "error": error ?? ""],
            status: status)
    }

    static func signIn(_ request: APIRequest, _ data: FormData) async throws -> APIResponse {
        // Otherwise, a page of another site could sign the visitor in as somebody else.
        guard request.isFromOwnOrigin else { throw Problem(403, "Pages of other origins can't send this request.") }
        let next = safeAddress(data["next"], request)
        let name = String((data["username"] ?? "").prefix(150))
        let password = String((data["password"] ?? "").prefix(1024))
        switch try await User.authenticate(name, password, for: request) {
        case .signedIn(let user) where user.isAdministrator:
            let started = try await Session.start(for: user, request)
            return AdminPage.redirect(to: next, cookie: started.cookie)
        case .signedIn, .refused:
            return try page(
                next: next, username: name,
                error: "The username or password is incorrect, or the account can't use this site.", status: 401
            ).response(toVisitor: request)
        case .throttled:
            var response = try page(
                next: next, username: name, error: "Too many attempts to sign in. Try again later.", status: 429
            ).response(toVisitor: request)
            for field in SignInLimits.retryHeaders { response.headers.append(field) }
            return response
        }
    }

    static func signOut(_ context: AdminContext, _ data: FormData) async throws -> APIResponse {
        try await context.signedIn.session?.delete()
        return AdminPage.redirect(to: context.base + "/login", cookie: SessionCookie.removal)
    }

    /// Redirects a visitor to the sign-in page, which redirects back afterwards.
    static func redirect(from request: APIRequest) -> APIResponse {
        let base = AdminContext.base(of: request)
        var address = base + "/login"
        if request.isSafe {
            let target = request.mountPath + request.path + (request.query.map { "?" + $0 } ?? "")
            address += "?next=" + AdminQuery.encoded(target)
        }
        return AdminPage.redirect(to: address)
    }

    /// Returns the page for a user who isn't staff, with a button to sign out.
    static func notStaff(_ request: APIRequest, _ user: SignedInUser) -> APIResponse {
        let page = AdminPage(
            template: "error", title: "Forbidden",
            values: [
                "detail": "The account '\(user.user.username)' can't use this site.", "canSignOut": true,
                "csrfToken": user.csrfToken ?? "",
            ], status: 403)
        return (try? page.response(toVisitor: request)) ?? Problem(403).response
    }

    /// Returns the URL unchanged if it is part of the admin, or the URL of the start page otherwise.
    static func safeAddress(_ text: String?, _ request: APIRequest) -> String {
        let base = AdminContext.base(of: request)
        guard let text, text == base || text.hasPrefix(base + "/") || text.hasPrefix(base + "?"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }), !text.contains("//"),
            !text.contains("/..")
        else { return base }
        return text
    }
}
