import Concord

@View("/uniqueItems/0")
struct UniqueItems0View {
    /// uniqueItems: uniqueItems validation
    @POST("uniqueItems0", .status(204))
    @Response(204, "The instance is valid.")
    func uniqueItems0(@Body body: UniqueItems0) async throws {
        throw NotImplemented()
    }
}

@View("/uniqueItems/2")
struct UniqueItems2View {
    /// uniqueItems: uniqueItems with an array of items and additionalItems=false
    @POST("uniqueItems2", .status(204))
    @Response(204, "The instance is valid.")
    func uniqueItems2(@Body body: UniqueItems2) async throws {
        throw NotImplemented()
    }
}

@View("/uniqueItems/3")
struct UniqueItems3View {
    /// uniqueItems: uniqueItems=false validation
    @POST("uniqueItems3", .status(204))
    @Response(204, "The instance is valid.")
    func uniqueItems3(@Body body: UniqueItems3) async throws {
        throw NotImplemented()
    }
}

@View("/uniqueItems/5")
struct UniqueItems5View {
    /// uniqueItems: uniqueItems=false with an array of items and additionalItems=false
    @POST("uniqueItems5", .status(204))
    @Response(204, "The instance is valid.")
    func uniqueItems5(@Body body: UniqueItems5) async throws {
        throw NotImplemented()
    }
}
