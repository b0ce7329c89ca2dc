import Concord

@View("/patternProperties/0")
struct PatternProperties0View {
    /// patternProperties: patternProperties validates properties matching a regex
    @POST("patternProperties0", .status(204))
    @Response(204, "The instance is valid.")
    func patternProperties0(@Body body: PatternProperties0) async throws {
        throw NotImplemented()
    }
}

@View("/patternProperties/1")
struct PatternProperties1View {
    /// patternProperties: multiple simultaneous patternProperties are validated
    @POST("patternProperties1", .status(204))
    @Response(204, "The instance is valid.")
    func patternProperties1(@Body body: PatternProperties1) async throws {
        throw NotImplemented()
    }
}

@View("/patternProperties/2")
struct PatternProperties2View {
    /// patternProperties: regexes are not anchored by default and are case sensitive
    @POST("patternProperties2", .status(204))
    @Response(204, "The instance is valid.")
    func patternProperties2(@Body body: PatternProperties2) async throws {
        throw NotImplemented()
    }
}

@View("/patternProperties/4")
struct PatternProperties4View {
    /// patternProperties: patternProperties with null valued instance properties
    @POST("patternProperties4", .status(204))
    @Response(204, "The instance is valid.")
    func patternProperties4(@Body body: PatternProperties4) async throws {
        throw NotImplemented()
    }
}

@View("/patternProperties/5")
struct PatternProperties5View {
    /// patternProperties: patternProperties with Unicode property escape
    @POST("patternProperties5", .status(204))
    @Response(204, "The instance is valid.")
    func patternProperties5(@Body body: PatternProperties5) async throws {
        throw NotImplemented()
    }
}
