import Concord

@View("/type/0")
struct Type0View {
    /// type: integer type matches integers
    @POST("type0", .status(204))
    @Response(204, "The instance is valid.")
    func type0(@Body body: Type0) async throws {
        throw NotImplemented()
    }
}

@View("/type/1")
struct Type1View {
    /// type: number type matches numbers
    @POST("type1", .status(204))
    @Response(204, "The instance is valid.")
    func type1(@Body body: Type1) async throws {
        throw NotImplemented()
    }
}

@View("/type/2")
struct Type2View {
    /// type: string type matches strings
    @POST("type2", .status(204))
    @Response(204, "The instance is valid.")
    func type2(@Body body: Type2) async throws {
        throw NotImplemented()
    }
}

@View("/type/3")
struct Type3View {
    /// type: object type matches objects
    @POST("type3", .status(204))
    @Response(204, "The instance is valid.")
    func type3(@Body body: Type3) async throws {
        throw NotImplemented()
    }
}

@View("/type/4")
struct Type4View {
    /// type: array type matches arrays
    @POST("type4", .status(204))
    @Response(204, "The instance is valid.")
    func type4(@Body body: Type4) async throws {
        throw NotImplemented()
    }
}

@View("/type/5")
struct Type5View {
    /// type: boolean type matches booleans
    @POST("type5", .status(204))
    @Response(204, "The instance is valid.")
    func type5(@Body body: Type5) async throws {
        throw NotImplemented()
    }
}

@View("/type/6")
struct Type6View {
    /// type: null type matches only the null object
    @POST("type6", .status(204))
    @Response(204, "The instance is valid.")
    func type6(@Body body: Type6) async throws {
        throw NotImplemented()
    }
}

@View("/type/7")
struct Type7View {
    /// type: multiple types can be specified in an array
    @POST("type7", .status(204))
    @Response(204, "The instance is valid.")
    func type7(@Body body: Type7) async throws {
        throw NotImplemented()
    }
}

@View("/type/8")
struct Type8View {
    /// type: type as array with one item
    @POST("type8", .status(204))
    @Response(204, "The instance is valid.")
    func type8(@Body body: Type8) async throws {
        throw NotImplemented()
    }
}

@View("/type/9")
struct Type9View {
    /// type: type: array or object
    @POST("type9", .status(204))
    @Response(204, "The instance is valid.")
    func type9(@Body body: Type9) async throws {
        throw NotImplemented()
    }
}

@View("/type/10")
struct Type10View {
    /// type: type: array, object or null
    @POST("type10", .status(204))
    @Response(204, "The instance is valid.")
    func type10(@Body body: Type10) async throws {
        throw NotImplemented()
    }
}
