import Concord
import ConcordCore

// Operations that fail in every way that a handler can.

@API(title: "Errors", version: "1")
enum ErrorsAPI {
    static let views: [any View.Type] = [
        Problems.self, DeclaredProblems.self, OwnErrors.self, AmbiguousErrors.self, RangeErrors.self, Bugs.self,
    ]
    static let document: _Core.EmbeddedDocument? = _Core.EmbeddedDocument(
        yaml: "", json: #"{"paths": {"/problems/{status}": {"get": {"responses": {"200": {}, "404": {}}}}}}"#, page: "")
}

@View("/problems/{status}") struct Problems {
    @Path var status: Int

    @GET func get() async throws -> String {
        if status == 404 {
            throw ConcordCore.Problem(
                404, "Not here.", type: "https://errors.example/missing", title: "Missing", instance: "urn:x",
                members: ["balance": 30, "status": 1])
        }
        throw ConcordCore.Problem(HTTPResponse.Status(code: status), "As asked.").with(status: 410)
    }
}
@View("/declared-problems") struct DeclaredProblems {
    @GET
    @Response(404, ConcordCore.Problem.self, "Not here.")
    @Response(409, ConcordCore.Problem.self, "Taken.")
    func get(@Query status: Int) async throws -> String { throw ConcordCore.Problem(HTTPResponse.Status(code: status)) }
}
@Serializer struct Shortage {
    var status: Int
    var item: String
}
@View("/own") struct OwnErrors {
    @GET
    @Response(404, Shortage.self)
    @Response(409, Shortage.self)
    func get(@Query status: Int) async throws -> String { throw Shortage(status: status, item: "pens") }
}
@Serializer struct Refused { var reason: String }
@View("/ambiguous") struct AmbiguousErrors {
    @GET
    @Response(403, Refused.self)
    @Response(409, Refused.self, .content("application/vnd.refused+json"))
    func get(@Query status: Int?) async throws -> String {
        let error = Refused(reason: "no")
        guard let status else { throw error }
        throw error.with(status: HTTPResponse.Status(code: status))
    }
}
@View("/range") struct RangeErrors {
    @GET
    @Response(.range("4XX"), Refused.self)
    func get() async throws -> String { throw Refused(reason: "no") }
}
@View("/bugs") struct Bugs {
    struct Bug: Error { let secret = "password" }

    @GET func get() async throws -> String { throw Bug() }
    @POST func post() async throws -> String {
        let error: any Error = Refused(reason: "undeclared")
        throw error
    }
}
