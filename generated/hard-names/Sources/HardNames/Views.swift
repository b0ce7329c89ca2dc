import Concord

@View("/self", .tags("Type"))
struct SelfView {
    @GET("init")
    @Response(200, "Ends a comment */ and a literal \"\"\" and\u{2028}breaks a line, \\(not) interpolated")
    func `init`(
        @Query self: String?,
        @Query("Self") self3: String?,
        @Header("self") self2: String?,
        @Query in: Int?,
        @Query request: Int?,
        @Query("filter[name]") filterName: String?,
        @Query 用户: 用户?
    ) async throws -> SelfSchema {
        throw NotImplemented()
    }

    @POST("self.init", .status(nil))
    @Response(.default, ErrorResponse.self)
    func selfInit(@Body typeSchema: TypeSchema) async throws {
        throw NotImplemented()
    }
}

@View("/con/{con}", .tags("con"))
struct ConDetail {
    @Path var con: Con

    @GET("get con")
    func getCon() async throws -> [Package] {
        throw NotImplemented()
    }

    @PUT("get-con", .status(204))
    func getCon2() async throws {
        throw NotImplemented()
    }
}

@View("/../../etc/passwd", .tags("../../etc/passwd"))
struct EtcPasswd {
    @GET("../../etc/passwd")
    func etcPasswd() async throws -> ModelSchema {
        throw NotImplemented()
    }
}

@View("/")
struct Root {
    @GET("1")
    func _1() async throws -> ViewSchema {
        throw NotImplemented()
    }
}
