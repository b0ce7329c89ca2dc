import Concord

@View("/properties/0")
struct Properties0View {
    /// properties: object properties validation
    @POST("properties0", .status(204))
    @Response(204, "The instance is valid.")
    func properties0(@Body body: Properties0) async throws {
        throw NotImplemented()
    }
}

@View("/properties/1")
struct Properties1View {
    /// properties: properties, patternProperties, additionalProperties interaction
    @POST("properties1", .status(204))
    @Response(204, "The instance is valid.")
    func properties1(@Body body: Properties1) async throws {
        throw NotImplemented()
    }
}

@View("/properties/3")
struct Properties3View {
    /// properties: properties with escaped characters
    @POST("properties3", .status(204))
    @Response(204, "The instance is valid.")
    func properties3(@Body body: Properties3) async throws {
        throw NotImplemented()
    }
}

@View("/properties/4")
struct Properties4View {
    /// properties: properties with null valued instance properties
    @POST("properties4", .status(204))
    @Response(204, "The instance is valid.")
    func properties4(@Body body: Properties4) async throws {
        throw NotImplemented()
    }
}

@View("/properties/5")
struct Properties5View {
    /// properties: properties whose names are Javascript object property names
    @POST("properties5", .status(204))
    @Response(204, "The instance is valid.")
    func properties5(@Body body: Properties5) async throws {
        throw NotImplemented()
    }
}
