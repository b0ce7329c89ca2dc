import Concord

@View("/required/0")
struct Required0View {
    /// required: required validation
    @POST("required0", .status(204))
    @Response(204, "The instance is valid.")
    func required0(@Body body: Required0) async throws {
        throw NotImplemented()
    }
}

@View("/required/1")
struct Required1View {
    /// required: required default validation
    @POST("required1", .status(204))
    @Response(204, "The instance is valid.")
    func required1(@Body body: Required1) async throws {
        throw NotImplemented()
    }
}

@View("/required/2")
struct Required2View {
    /// required: required with empty array
    @POST("required2", .status(204))
    @Response(204, "The instance is valid.")
    func required2(@Body body: Required2) async throws {
        throw NotImplemented()
    }
}
