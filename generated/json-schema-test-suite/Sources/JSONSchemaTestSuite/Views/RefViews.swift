import Concord

@View("/ref/0")
struct Ref0View {
    /// ref: root pointer ref
    @POST("ref0", .status(204))
    @Response(204, "The instance is valid.")
    func ref0(@Body body: Ref0) async throws {
        throw NotImplemented()
    }
}

@View("/ref/1")
struct Ref1View {
    /// ref: relative pointer ref to object
    @POST("ref1", .status(204))
    @Response(204, "The instance is valid.")
    func ref1(@Body body: Ref1) async throws {
        throw NotImplemented()
    }
}

@View("/ref/7")
struct Ref7View {
    /// ref: property named $ref that is not a reference
    @POST("ref7", .status(204))
    @Response(204, "The instance is valid.")
    func ref7(@Body body: Ref7) async throws {
        throw NotImplemented()
    }
}
