import Concord

@View("/format/0")
struct Format0View {
    /// format: email format
    @POST("format0", .status(204))
    @Response(204, "The instance is valid.")
    func format0(@Body body: Format0) async throws {
        throw NotImplemented()
    }
}

@View("/format/1")
struct Format1View {
    /// format: idn-email format
    @POST("format1", .status(204))
    @Response(204, "The instance is valid.")
    func format1(@Body body: Format1) async throws {
        throw NotImplemented()
    }
}

@View("/format/2")
struct Format2View {
    /// format: regex format
    @POST("format2", .status(204))
    @Response(204, "The instance is valid.")
    func format2(@Body body: Format2) async throws {
        throw NotImplemented()
    }
}

@View("/format/3")
struct Format3View {
    /// format: ipv4 format
    @POST("format3", .status(204))
    @Response(204, "The instance is valid.")
    func format3(@Body body: Format3) async throws {
        throw NotImplemented()
    }
}

@View("/format/4")
struct Format4View {
    /// format: ipv6 format
    @POST("format4", .status(204))
    @Response(204, "The instance is valid.")
    func format4(@Body body: Format4) async throws {
        throw NotImplemented()
    }
}

@View("/format/5")
struct Format5View {
    /// format: idn-hostname format
    @POST("format5", .status(204))
    @Response(204, "The instance is valid.")
    func format5(@Body body: Format5) async throws {
        throw NotImplemented()
    }
}

@View("/format/6")
struct Format6View {
    /// format: hostname format
    @POST("format6", .status(204))
    @Response(204, "The instance is valid.")
    func format6(@Body body: Format6) async throws {
        throw NotImplemented()
    }
}

@View("/format/7")
struct Format7View {
    /// format: date format
    @POST("format7", .status(204))
    @Response(204, "The instance is valid.")
    func format7(@Body body: Format7) async throws {
        throw NotImplemented()
    }
}

@View("/format/8")
struct Format8View {
    /// format: date-time format
    @POST("format8", .status(204))
    @Response(204, "The instance is valid.")
    func format8(@Body body: Format8) async throws {
        throw NotImplemented()
    }
}

@View("/format/9")
struct Format9View {
    /// format: time format
    @POST("format9", .status(204))
    @Response(204, "The instance is valid.")
    func format9(@Body body: Format9) async throws {
        throw NotImplemented()
    }
}

@View("/format/10")
struct Format10View {
    /// format: json-pointer format
    @POST("format10", .status(204))
    @Response(204, "The instance is valid.")
    func format10(@Body body: Format10) async throws {
        throw NotImplemented()
    }
}

@View("/format/11")
struct Format11View {
    /// format: relative-json-pointer format
    @POST("format11", .status(204))
    @Response(204, "The instance is valid.")
    func format11(@Body body: Format11) async throws {
        throw NotImplemented()
    }
}

@View("/format/12")
struct Format12View {
    /// format: iri format
    @POST("format12", .status(204))
    @Response(204, "The instance is valid.")
    func format12(@Body body: Format12) async throws {
        throw NotImplemented()
    }
}

@View("/format/13")
struct Format13View {
    /// format: iri-reference format
    @POST("format13", .status(204))
    @Response(204, "The instance is valid.")
    func format13(@Body body: Format13) async throws {
        throw NotImplemented()
    }
}

@View("/format/14")
struct Format14View {
    /// format: uri format
    @POST("format14", .status(204))
    @Response(204, "The instance is valid.")
    func format14(@Body body: Format14) async throws {
        throw NotImplemented()
    }
}

@View("/format/15")
struct Format15View {
    /// format: uri-reference format
    @POST("format15", .status(204))
    @Response(204, "The instance is valid.")
    func format15(@Body body: Format15) async throws {
        throw NotImplemented()
    }
}

@View("/format/16")
struct Format16View {
    /// format: uri-template format
    @POST("format16", .status(204))
    @Response(204, "The instance is valid.")
    func format16(@Body body: Format16) async throws {
        throw NotImplemented()
    }
}

@View("/format/17")
struct Format17View {
    /// format: uuid format
    @POST("format17", .status(204))
    @Response(204, "The instance is valid.")
    func format17(@Body body: Format17) async throws {
        throw NotImplemented()
    }
}

@View("/format/18")
struct Format18View {
    /// format: duration format
    @POST("format18", .status(204))
    @Response(204, "The instance is valid.")
    func format18(@Body body: Format18) async throws {
        throw NotImplemented()
    }
}
