import Concord
import ConcordForms
import ConcordUsers

/// A page of the admin: a template in the layout, with the header fields that protect it.
struct AdminPage {
    /// A link above the title of a page.
    struct Crumb {
        let title: String
        let address: String
    }

    let template: String
    let title: String
    var crumbs: [Crumb] = []
    var values: [String: Any] = [:]
    var status: HTTPResponse.Status = .ok

    /// The policy: pages load only their own stylesheet, script, and images.
    private static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    /// Returns the page for a user.
    func response(_ context: AdminContext) throws -> APIResponse {
        var all = shared(context.request)
        all["isSignedIn"] = true
        all["username"] = context.user.fullName
        all["csrfToken"] = context.signedIn.csrfToken ?? ""
        all["navigation"] = context.site.ordered.filter { context.can(.view, $0) }.map { model in
            [
                "title": model.plural.capitalizedFirst, "address": context.address(of: model.table),
                "isCurrent": context.request.pathParameter("model") == model.table,
            ] as [String: Any]
        }
        let message = AdminMessage(context.query)
        all["message"] = message?.text ?? ""
        all["hasMessage"] = message != nil
        return try response(all, context.request)
    }

    /// Returns the page for a visitor.
    func response(toVisitor request: APIRequest) throws -> APIResponse { try response(shared(request), request) }

    private func shared(_ request: APIRequest) -> [String: Any] {
        [
            "siteTitle": AppEnvironment.current.admin.title, "title": title, "base": AdminContext.base(of: request),
            "version": AdminAssets.version, "isSignedIn": false, "username": "", "csrfToken": "", "hasMessage": false,
            "message": "", "navigation": [[String: Any]](), "hasCrumbs": !crumbs.isEmpty,
            "crumbs": crumbs.map { ["title": $0.title, "address": $0.address] },
        ]
    }

    private func response(_ shared: [String: Any], _ request: APIRequest) throws -> APIResponse {
        var response = try AppEnvironment.current.admin.pageTemplates.response(
            template, model: request.pathParameter("model"), shared.merging(values) { $1 }, status: status)
        response.headers.append("Content-Security-Policy", Self.policy)
        response.headers.append("Referrer-Policy", "same-origin")
        response.headers.append("Cache-Control", "no-store")
        response.headers.append("X-Frame-Options", "DENY")
        return response
    }

    /// Returns a redirect after a change.
    static func redirect(to address: String, cookie: String? = nil) -> APIResponse {
        var response = APIResponse(303, headers: HTTPFields(["Location": address, "Cache-Control": "no-store"]))
        if let cookie { response.headers.append("Set-Cookie", cookie) }
        return response
    }
}
