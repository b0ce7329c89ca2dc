import Concord

@View("/pattern/0")
struct Pattern0View {
    /// pattern: pattern validation
    @POST("pattern0", .status(204))
    @Response(204, "The instance is valid.")
    func pattern0(@Body body: Pattern0) async throws {
        throw NotImplemented()
    }
}

@View("/pattern/1")
struct Pattern1View {
    /// pattern: pattern is not anchored
    @POST("pattern1", .status(204))
    @Response(204, "The instance is valid.")
    func pattern1(@Body body: Pattern1) async throws {
        throw NotImplemented()
    }
}

@View("/pattern/2")
struct Pattern2View {
    /// pattern: pattern with Unicode property escape requires unicode mode
    @POST("pattern2", .status(204))
    @Response(204, "The instance is valid.")
    func pattern2(@Body body: Pattern2) async throws {
        throw NotImplemented()
    }
}
