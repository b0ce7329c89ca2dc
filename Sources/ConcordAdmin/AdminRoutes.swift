import Concord
import ConcordForms
import ConcordUsers

/// The routes of the admin.
enum AdminRoutes {
    static func add(to pages: inout AppPages) {
        pages.get("/admin/assets/{name}") { try AdminAssets.response(to: $0) }
        pages.get("/admin/login") { try await SignInPage.show($0) }
        pages.post("/admin/login") { request in
            await answering(request) { try await SignInPage.signIn(request, FormData(request)) }
        }
        pages.post("/admin/logout") { request in await changing(request) { try await SignInPage.signOut($0, $1) } }
        pages.get("/admin") { request in await showing(request) { try await IndexPage.show($0) } }
        pages.get("/admin/password") { request in await showing(request) { try PasswordPage.show($0) } }
        pages.post("/admin/password") { request in await changing(request) { try await PasswordPage.change($0, $1) } }
        addModels(to: &pages)
        addObjects(to: &pages)
    }

    private static func addModels(to pages: inout AppPages) {
        let path = "/admin/models/{model}"
        pages.get(path) { request in await showing(request) { try await $0.registeredModel().list($0) } }
        pages.post(path) { request in await changing(request) { try await $0.registeredModel().act($0, $1) } }
        pages.get(path + "/add") { request in await showing(request) { try await $0.registeredModel().addPage($0) } }
        pages.post(path + "/add") { request in
            await changing(request) { try await $0.registeredModel().add($0, $1) }
        }
        pages.get(path + "/lookup") { request in await showing(request) { try await $0.registeredModel().lookup($0) } }
        pages.get(path + "/export/{format}") { request in
            let format = request.pathParameter("format") ?? ""
            return await showing(request) { try await $0.registeredModel().export($0, format: format) }
        }
    }

    private static func addObjects(to pages: inout AppPages) {
        let path = "/admin/models/{model}/objects/{key}"
        pages.get(path) { request in
            await showing(request) { try await $0.registeredModel().changePage($0, key: key(request)) }
        }
        pages.post(path) { request in
            await changing(request) { try await $0.registeredModel().change($0, key: key(request), $1) }
        }
        pages.get(path + "/delete") { request in
            await showing(request) { try await $0.registeredModel().deletePage($0, key: key(request)) }
        }
        pages.post(path + "/delete") { request in
            await changing(request) { context, _ in
                try await context.registeredModel().delete(context, key: key(request))
            }
        }
        pages.get(path + "/history") { request in
            await showing(request) { try await $0.registeredModel().historyPage($0, key: key(request)) }
        }
        pages.get(path + "/password") { request in
            await showing(request) { try await PasswordPage.showOther($0, key: key(request)) }
        }
        pages.post(path + "/password") { request in
            await changing(request) { try await PasswordPage.changeOther($0, key: key(request), $1) }
        }
    }

    private static func key(_ request: APIRequest) -> String { request.pathParameter("key") ?? "" }

    /// Handles a request of staff that reads data. Other users are asked to sign in.
    private static func showing(
        _ request: APIRequest, _ page: @Sendable (AdminContext) async throws -> APIResponse
    ) async -> APIResponse {
        await answering(request) {
            guard let context = try await context(of: request) else { return SignInPage.redirect(from: request) }
            var response = try await page(context)
            response.addHeaders(of: [context.signedIn])
            return response
        }
    }

    /// Handles a request of staff that changes data, if a page of the admin has sent it.
    private static func changing(
        _ request: APIRequest, _ page: @Sendable (AdminContext, FormData) async throws -> APIResponse
    ) async -> APIResponse {
        await answering(request) {
            guard let context = try await context(of: request) else { return SignInPage.redirect(from: request) }
            let data = try await FormData(request)
            try context.signedIn.checkCrossSiteRequest(request, token: data["csrfToken"])
            var response = try await page(context, data)
            response.addHeaders(of: [context.signedIn])
            return response
        }
    }

    /// Returns the context of a request, or `nil` if the request has no valid session.
    ///
    /// - Throws: A `Problem` with status 403 if the user is not staff.
    private static func context(of request: APIRequest) async throws -> AdminContext? {
        guard let key = request.cookie(SessionCookie.name), let user = try await SignedInUser(sessionKey: key) else {
            return nil
        }
        guard user.isAdministrator || request.path == "/admin/logout" else { throw NotStaff(user: user) }
        return try await AdminContext(request, user)
    }

    /// Converts errors to pages.
    private static func answering(
        _ request: APIRequest, _ respond: () async throws -> APIResponse
    ) async -> APIResponse {
        do {
            return try await respond()
        } catch let error as NotStaff {
            return SignInPage.notStaff(request, error.user)
        } catch let problem as Problem {
            return ErrorPage.response(problem, to: request)
        } catch {
            if let refusal = (error as? any _Core.RefusingError)?.refusal {
                return ErrorPage.response(refusal, to: request)
            }
            request.logger.error("A page of the admin failed: \(error)")
            return ErrorPage.response(.failure(of: request.id), to: request)
        }
    }
}

/// The error for a signed-in user who can't use the admin.
struct NotStaff: Error {
    let user: SignedInUser
}
