import Concord

@View("/multipleOf/0")
struct MultipleOf0View {
    /// multipleOf: by int
    @POST("multipleOf0", .status(204))
    @Response(204, "The instance is valid.")
    func multipleOf0(@Body body: MultipleOf0) async throws {
        throw NotImplemented()
    }
}

@View("/multipleOf/1")
struct MultipleOf1View {
    /// multipleOf: by number
    @POST("multipleOf1", .status(204))
    @Response(204, "The instance is valid.")
    func multipleOf1(@Body body: MultipleOf1) async throws {
        throw NotImplemented()
    }
}

@View("/multipleOf/2")
struct MultipleOf2View {
    /// multipleOf: by small number
    @POST("multipleOf2", .status(204))
    @Response(204, "The instance is valid.")
    func multipleOf2(@Body body: MultipleOf2) async throws {
        throw NotImplemented()
    }
}

@View("/multipleOf/3")
struct MultipleOf3View {
    /// multipleOf: float division = inf
    @POST("multipleOf3", .status(204))
    @Response(204, "The instance is valid.")
    func multipleOf3(@Body body: MultipleOf3) async throws {
        throw NotImplemented()
    }
}

@View("/multipleOf/4")
struct MultipleOf4View {
    /// multipleOf: small multiple of large integer
    @POST("multipleOf4", .status(204))
    @Response(204, "The instance is valid.")
    func multipleOf4(@Body body: MultipleOf4) async throws {
        throw NotImplemented()
    }
}
