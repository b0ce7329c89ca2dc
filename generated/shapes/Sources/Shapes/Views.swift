import Concord
import Foundation

@View("/simple/{id}/{label}/{matrix}")
struct SimpleDetail {
    @Path(.style(.simple)) var id: [Int]
    @Path(.style(.label), .explode) var label: String
    @Path(.style(.matrix)) var matrix: Matrix

    @GET("getStyles")
    @Response(.range("4XX"), "No.")
    func getStyles(
        @Query(.style(.form), .explode(false)) form: [String]?,
        @Query(.style(.form), .explode) exploded: [String]?,
        @Query(.style(.spaceDelimited), .explode(false)) spaces: [String]?,
        @Query(.style(.pipeDelimited), .explode(false)) pipes: [String]?,
        @Query(.style(.deepObject), .explode) deep: GetStylesDeep?,
        @Query(.content(.json)) filter: GetStylesFilter?,
        @Header("X-Trace", .style(.simple)) trace: [UUID]?,
        @Cookie(.style(.form)) session: String?,
        page: Page
    ) async throws -> GetStylesResponse {
        throw NotImplemented()
    }

    @Serializer
    struct Matrix {
        var x: Int?
        var y: Int?
    }

    @Serializer
    struct GetStylesDeep {
        var from: CalendarDate?
        var to: CalendarDate?
    }

    @Serializer
    struct GetStylesFilter {
        var name: String?
    }

    /// What was understood.
    @Response
    struct GetStylesResponse {
        @Header("X-Left", .minimum(0)) var left: Int?
        @Body var body: Tree
    }
}

@View("/bodies")
struct Bodies {
    @POST("postBodies")
    func postBodies(@Body body: PostBodiesBody) async throws -> PostBodiesResult {
        throw NotImplemented()
    }

    @PUT("putBytes", .status(201))
    @Response(201, "Kept.", .content("image/png"), .schema(nil))
    func putBytes(@Body(.bytes) body: Bytes?) async throws {
        throw NotImplemented()
    }

    @RequestBody
    enum PostBodiesBody {
        @Content(.json) case json(Upload)
        @Content(.multipart) case multipart(Upload)
    }

    @Responses
    enum PostBodiesResult {
        /// As text or as JSON.
        @Status(200) case okJSON(Node)
        @Status(200, .text) case okText(String)
        /// Nothing to say.
        @Status(204) case noContent
    }
}
