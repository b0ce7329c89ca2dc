import ArgumentParser
import Concord
import ConcordServer
import Hummingbird

/// `Notes serve-site` serves a web page, and the API under `/api`.
struct ServeSite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve a page for people, and the API under /api.")

    @Option(help: "The port to listen on.")
    var port = 8080

    func run() async throws {
        let api = try await NotesAPI.responder(context: AppRequestContext.self)
        let application = Application(
            router: site(api),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            services: api.configuration.services)
        try await application.runService()
    }
}

/// Returns the routes of the site, with the API under `/api`.
func site(_ api: APIResponder<AppRequestContext>) -> Router<AppRequestContext> {
    let router = Router(context: AppRequestContext.self)
    router.get("/") { _, _ in "The documentation is at /api/docs." }
    router.mount(api, at: "/api")
    return router
}
