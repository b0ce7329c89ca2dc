import Concord

@View("/additionalProperties/0")
struct AdditionalProperties0View {
    /// additionalProperties: additionalProperties being false does not allow other properties
    @POST("additionalProperties0", .status(204))
    @Response(204, "The instance is valid.")
    func additionalProperties0(@Body body: AdditionalProperties0) async throws {
        throw NotImplemented()
    }
}

@View("/additionalProperties/1")
struct AdditionalProperties1View {
    /// additionalProperties: non-ASCII pattern with additionalProperties
    @POST("additionalProperties1", .status(204))
    @Response(204, "The instance is valid.")
    func additionalProperties1(@Body body: AdditionalProperties1) async throws {
        throw NotImplemented()
    }
}

@View("/additionalProperties/2")
struct AdditionalProperties2View {
    /// additionalProperties: additionalProperties with schema
    @POST("additionalProperties2", .status(204))
    @Response(204, "The instance is valid.")
    func additionalProperties2(@Body body: AdditionalProperties2) async throws {
        throw NotImplemented()
    }
}

@View("/additionalProperties/3")
struct AdditionalProperties3View {
    /// additionalProperties: additionalProperties can exist by itself
    @POST("additionalProperties3", .status(204))
    @Response(204, "The instance is valid.")
    func additionalProperties3(@Body body: AdditionalProperties3) async throws {
        throw NotImplemented()
    }
}

@View("/additionalProperties/4")
struct AdditionalProperties4View {
    /// additionalProperties: additionalProperties are allowed by default
    @POST("additionalProperties4", .status(204))
    @Response(204, "The instance is valid.")
    func additionalProperties4(@Body body: AdditionalProperties4) async throws {
        throw NotImplemented()
    }
}

@View("/additionalProperties/6")
struct AdditionalProperties6View {
    /// additionalProperties: additionalProperties with null valued instance properties
    @POST("additionalProperties6", .status(204))
    @Response(204, "The instance is valid.")
    func additionalProperties6(@Body body: AdditionalProperties6) async throws {
        throw NotImplemented()
    }
}

@View("/additionalProperties/7")
struct AdditionalProperties7View {
    /// additionalProperties: additionalProperties with propertyNames
    @POST("additionalProperties7", .status(204))
    @Response(204, "The instance is valid.")
    func additionalProperties7(@Body body: AdditionalProperties7) async throws {
        throw NotImplemented()
    }
}
