import Concord

/// The page for a failed request.
enum ErrorPage {
    static func response(_ problem: Problem, to request: APIRequest) -> APIResponse {
        let page = AdminPage(
            template: "error", title: problem.title,
            values: ["detail": problem.detail ?? "", "canSignOut": false], status: problem.status)
        guard var response = try? page.response(toVisitor: request) else { return problem.response }
        for field in problem.headers { response.headers.append(field) }
        return response
    }
}
