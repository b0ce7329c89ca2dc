import Concord

@View("/maxProperties/0")
struct MaxProperties0View {
    /// maxProperties: maxProperties validation
    @POST("maxProperties0", .status(204))
    @Response(204, "The instance is valid.")
    func maxProperties0(@Body body: MaxProperties0) async throws {
        throw NotImplemented()
    }
}

@View("/maxProperties/2")
struct MaxProperties2View {
    /// maxProperties: maxProperties = 0 means the object is empty
    @POST("maxProperties2", .status(204))
    @Response(204, "The instance is valid.")
    func maxProperties2(@Body body: MaxProperties2) async throws {
        throw NotImplemented()
    }
}
