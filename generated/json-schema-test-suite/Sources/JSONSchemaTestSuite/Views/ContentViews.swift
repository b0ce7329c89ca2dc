import Concord

@View("/content/0")
struct Content0View {
    /// content: validation of string-encoded content based on media type
    @POST("content0", .status(204))
    @Response(204, "The instance is valid.")
    func content0(@Body body: Content0) async throws {
        throw NotImplemented()
    }
}

@View("/content/1")
struct Content1View {
    /// content: validation of binary string-encoding
    @POST("content1", .status(204))
    @Response(204, "The instance is valid.")
    func content1(@Body body: Content1) async throws {
        throw NotImplemented()
    }
}

@View("/content/2")
struct Content2View {
    /// content: validation of binary-encoded media type documents
    @POST("content2", .status(204))
    @Response(204, "The instance is valid.")
    func content2(@Body body: Content2) async throws {
        throw NotImplemented()
    }
}
