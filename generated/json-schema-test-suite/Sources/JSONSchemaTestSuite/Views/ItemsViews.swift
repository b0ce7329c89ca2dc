import Concord

@View("/items/0")
struct Items0View {
    /// items: a schema given for items
    @POST("items0", .status(204))
    @Response(204, "The instance is valid.")
    func items0(@Body body: Items0) async throws {
        throw NotImplemented()
    }
}

@View("/items/2")
struct Items2View {
    /// items: items with boolean schema (false)
    @POST("items2", .status(204))
    @Response(204, "The instance is valid.")
    func items2(@Body body: Items2) async throws {
        throw NotImplemented()
    }
}

@View("/items/4")
struct Items4View {
    /// items: nested items
    @POST("items4", .status(204))
    @Response(204, "The instance is valid.")
    func items4(@Body body: Items4) async throws {
        throw NotImplemented()
    }
}

@View("/items/5")
struct Items5View {
    /// items: prefixItems with no additional items allowed
    @POST("items5", .status(204))
    @Response(204, "The instance is valid.")
    func items5(@Body body: Items5) async throws {
        throw NotImplemented()
    }
}

@View("/items/7")
struct Items7View {
    /// items: prefixItems validation adjusts the starting index for items
    @POST("items7", .status(204))
    @Response(204, "The instance is valid.")
    func items7(@Body body: Items7) async throws {
        throw NotImplemented()
    }
}

@View("/items/8")
struct Items8View {
    /// items: items with heterogeneous array
    @POST("items8", .status(204))
    @Response(204, "The instance is valid.")
    func items8(@Body body: Items8) async throws {
        throw NotImplemented()
    }
}

@View("/items/9")
struct Items9View {
    /// items: items with null instance elements
    @POST("items9", .status(204))
    @Response(204, "The instance is valid.")
    func items9(@Body body: Items9) async throws {
        throw NotImplemented()
    }
}
