import Concord

@View("/optional/bignum/0")
struct OptionalBignum0View {
    /// optional/bignum: integer
    @POST("optionalBignum0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalBignum0(@Body body: OptionalBignum0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/bignum/1")
struct OptionalBignum1View {
    /// optional/bignum: number
    @POST("optionalBignum1", .status(204))
    @Response(204, "The instance is valid.")
    func optionalBignum1(@Body body: OptionalBignum1) async throws {
        throw NotImplemented()
    }
}

@View("/optional/bignum/2")
struct OptionalBignum2View {
    /// optional/bignum: string
    @POST("optionalBignum2", .status(204))
    @Response(204, "The instance is valid.")
    func optionalBignum2(@Body body: OptionalBignum2) async throws {
        throw NotImplemented()
    }
}

@View("/optional/bignum/3")
struct OptionalBignum3View {
    /// optional/bignum: maximum integer comparison
    @POST("optionalBignum3", .status(204))
    @Response(204, "The instance is valid.")
    func optionalBignum3(@Body body: OptionalBignum3) async throws {
        throw NotImplemented()
    }
}

@View("/optional/bignum/4")
struct OptionalBignum4View {
    /// optional/bignum: float comparison with high precision
    @POST("optionalBignum4", .status(204))
    @Response(204, "The instance is valid.")
    func optionalBignum4(@Body body: OptionalBignum4) async throws {
        throw NotImplemented()
    }
}

@View("/optional/bignum/5")
struct OptionalBignum5View {
    /// optional/bignum: minimum integer comparison
    @POST("optionalBignum5", .status(204))
    @Response(204, "The instance is valid.")
    func optionalBignum5(@Body body: OptionalBignum5) async throws {
        throw NotImplemented()
    }
}

@View("/optional/bignum/6")
struct OptionalBignum6View {
    /// optional/bignum: float comparison with high precision on negative numbers
    @POST("optionalBignum6", .status(204))
    @Response(204, "The instance is valid.")
    func optionalBignum6(@Body body: OptionalBignum6) async throws {
        throw NotImplemented()
    }
}

@View("/optional/ecmascript-regex/0")
struct OptionalEcmascriptRegex0View {
    /// optional/ecmascript-regex: ECMA 262 regex $ does not match trailing newline
    @POST("optionalEcmascriptRegex0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalEcmascriptRegex0(@Body body: OptionalEcmascriptRegex0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/ecmascript-regex/1")
struct OptionalEcmascriptRegex1View {
    /// optional/ecmascript-regex: ECMA 262 regex converts \t to horizontal tab
    @POST("optionalEcmascriptRegex1", .status(204))
    @Response(204, "The instance is valid.")
    func optionalEcmascriptRegex1(@Body body: OptionalEcmascriptRegex1) async throws {
        throw NotImplemented()
    }
}

@View("/optional/ecmascript-regex/2")
struct OptionalEcmascriptRegex2View {
    /// optional/ecmascript-regex: ECMA 262 regex escapes control codes with \c and upper letter
    @POST("optionalEcmascriptRegex2", .status(204))
    @Response(204, "The instance is valid.")
    func optionalEcmascriptRegex2(@Body body: OptionalEcmascriptRegex2) async throws {
        throw NotImplemented()
    }
}

@View("/optional/ecmascript-regex/3")
struct OptionalEcmascriptRegex3View {
    /// optional/ecmascript-regex: ECMA 262 regex escapes control codes with \c and lower letter
    @POST("optionalEcmascriptRegex3", .status(204))
    @Response(204, "The instance is valid.")
    func optionalEcmascriptRegex3(@Body body: OptionalEcmascriptRegex3) async throws {
        throw NotImplemented()
    }
}

@View("/optional/ecmascript-regex/4")
struct OptionalEcmascriptRegex4View {
    /// optional/ecmascript-regex: ECMA 262 \d matches ascii digits only
    @POST("optionalEcmascriptRegex4", .status(204))
    @Response(204, "The instance is valid.")
    func optionalEcmascriptRegex4(@Body body: OptionalEcmascriptRegex4) async throws {
        throw NotImplemented()
    }
}

@View("/optional/ecmascript-regex/5")
struct OptionalEcmascriptRegex5View {
    /// optional/ecmascript-regex: ECMA 262 \D matches everything but ascii digits
    @POST("optionalEcmascriptRegex5", .status(204))
    @Response(204, "The instance is valid.")
    func optionalEcmascriptRegex5(@Body body: OptionalEcmascriptRegex5) async throws {
        throw NotImplemented()
    }
}

@View("/optional/ecmascript-regex/6")
struct OptionalEcmascriptRegex6View {
    /// optional/ecmascript-regex: ECMA 262 \w matches ascii letters only
    @POST("optionalEcmascriptRegex6", .status(204))
    @Response(204, "The instance is valid.")
    func optionalEcmascriptRegex6(@Body body: OptionalEcmascriptRegex6) async throws {
        throw NotImplemented()
    }
}

@View("/optional/ecmascript-regex/7")
struct OptionalEcmascriptRegex7View {
    /// optional/ecmascript-regex: ECMA 262 \W matches everything but ascii letters
    @POST("optionalEcmascriptRegex7", .status(204))
    @Response(204, "The instance is valid.")
    func optionalEcmascriptRegex7(@Body body: OptionalEcmascriptRegex7) async throws {
        throw NotImplemented()
    }
}

@View("/optional/ecmascript-regex/8")
struct OptionalEcmascriptRegex8View {
    /// optional/ecmascript-regex: ECMA 262 \s matches whitespace
    @POST("optionalEcmascriptRegex8", .status(204))
    @Response(204, "The instance is valid.")
    func optionalEcmascriptRegex8(@Body body: OptionalEcmascriptRegex8) async throws {
        throw NotImplemented()
    }
}

@View("/optional/ecmascript-regex/9")
struct OptionalEcmascriptRegex9View {
    /// optional/ecmascript-regex: ECMA 262 \S matches everything but whitespace
    @POST("optionalEcmascriptRegex9", .status(204))
    @Response(204, "The instance is valid.")
    func optionalEcmascriptRegex9(@Body body: OptionalEcmascriptRegex9) async throws {
        throw NotImplemented()
    }
}

@View("/optional/ecmascript-regex/10")
struct OptionalEcmascriptRegex10View {
    /// optional/ecmascript-regex: patterns always use unicode semantics with pattern
    @POST("optionalEcmascriptRegex10", .status(204))
    @Response(204, "The instance is valid.")
    func optionalEcmascriptRegex10(@Body body: OptionalEcmascriptRegex10) async throws {
        throw NotImplemented()
    }
}

@View("/optional/ecmascript-regex/11")
struct OptionalEcmascriptRegex11View {
    /// optional/ecmascript-regex: \w in patterns matches [A-Za-z0-9_], not unicode letters
    @POST("optionalEcmascriptRegex11", .status(204))
    @Response(204, "The instance is valid.")
    func optionalEcmascriptRegex11(@Body body: OptionalEcmascriptRegex11) async throws {
        throw NotImplemented()
    }
}

@View("/optional/ecmascript-regex/12")
struct OptionalEcmascriptRegex12View {
    /// optional/ecmascript-regex: pattern with ASCII ranges
    @POST("optionalEcmascriptRegex12", .status(204))
    @Response(204, "The instance is valid.")
    func optionalEcmascriptRegex12(@Body body: OptionalEcmascriptRegex12) async throws {
        throw NotImplemented()
    }
}

@View("/optional/ecmascript-regex/13")
struct OptionalEcmascriptRegex13View {
    /// optional/ecmascript-regex: \d in pattern matches [0-9], not unicode digits
    @POST("optionalEcmascriptRegex13", .status(204))
    @Response(204, "The instance is valid.")
    func optionalEcmascriptRegex13(@Body body: OptionalEcmascriptRegex13) async throws {
        throw NotImplemented()
    }
}

@View("/optional/ecmascript-regex/14")
struct OptionalEcmascriptRegex14View {
    /// optional/ecmascript-regex: pattern with non-ASCII digits
    @POST("optionalEcmascriptRegex14", .status(204))
    @Response(204, "The instance is valid.")
    func optionalEcmascriptRegex14(@Body body: OptionalEcmascriptRegex14) async throws {
        throw NotImplemented()
    }
}

@View("/optional/float-overflow/0")
struct OptionalFloatOverflow0View {
    /// optional/float-overflow: all integers are multiples of 0.5, if overflow is handled
    @POST("optionalFloatOverflow0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFloatOverflow0(@Body body: OptionalFloatOverflow0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/no-schema/0")
struct OptionalNoSchema0View {
    /// optional/no-schema: validation without $schema
    @POST("optionalNoSchema0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalNoSchema0(@Body body: OptionalNoSchema0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/non-bmp-regex/0")
struct OptionalNonBmpRegex0View {
    /// optional/non-bmp-regex: Proper UTF-16 surrogate pair handling: pattern
    @POST("optionalNonBmpRegex0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalNonBmpRegex0(@Body body: OptionalNonBmpRegex0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/non-bmp-regex/1")
struct OptionalNonBmpRegex1View {
    /// optional/non-bmp-regex: Proper UTF-16 surrogate pair handling: patternProperties
    @POST("optionalNonBmpRegex1", .status(204))
    @Response(204, "The instance is valid.")
    func optionalNonBmpRegex1(@Body body: OptionalNonBmpRegex1) async throws {
        throw NotImplemented()
    }
}

@View("/optional/refOfUnknownKeyword/3")
struct OptionalRefOfUnknownKeyword3View {
    /// optional/refOfUnknownKeyword: reference internals of known non-applicator
    @POST("optionalRefOfUnknownKeyword3", .status(204))
    @Response(204, "The instance is valid.")
    func optionalRefOfUnknownKeyword3(@Body body: OptionalRefOfUnknownKeyword3) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/date-time/0")
struct OptionalFormatDateTime0View {
    /// optional/format/date-time: validation of date-time strings
    @POST("optionalFormatDateTime0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatDateTime0(@Body body: OptionalFormatDateTime0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/date/0")
struct OptionalFormatDate0View {
    /// optional/format/date: validation of date strings
    @POST("optionalFormatDate0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatDate0(@Body body: OptionalFormatDate0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/duration/0")
struct OptionalFormatDuration0View {
    /// optional/format/duration: validation of duration strings
    @POST("optionalFormatDuration0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatDuration0(@Body body: OptionalFormatDuration0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/ecmascript-regex/0")
struct OptionalFormatEcmascriptRegex0View {
    /// optional/format/ecmascript-regex: \a is not an ECMA 262 control escape
    @POST("optionalFormatEcmascriptRegex0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatEcmascriptRegex0(@Body body: OptionalFormatEcmascriptRegex0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/ecmascript-regex/1")
struct OptionalFormatEcmascriptRegex1View {
    /// optional/format/ecmascript-regex: Python-specific regular expression syntax is not valid ECMA 262
    @POST("optionalFormatEcmascriptRegex1", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatEcmascriptRegex1(@Body body: OptionalFormatEcmascriptRegex1) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/ecmascript-regex/2")
struct OptionalFormatEcmascriptRegex2View {
    /// optional/format/ecmascript-regex: global inline flag groups are not valid ECMA 262
    @POST("optionalFormatEcmascriptRegex2", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatEcmascriptRegex2(@Body body: OptionalFormatEcmascriptRegex2) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/ecmascript-regex/3")
struct OptionalFormatEcmascriptRegex3View {
    /// optional/format/ecmascript-regex: ECMA 262 named groups and backreferences are valid
    @POST("optionalFormatEcmascriptRegex3", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatEcmascriptRegex3(@Body body: OptionalFormatEcmascriptRegex3) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/ecmascript-regex/4")
struct OptionalFormatEcmascriptRegex4View {
    /// optional/format/ecmascript-regex: ECMA 262 lookbehind is valid, including variable width
    @POST("optionalFormatEcmascriptRegex4", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatEcmascriptRegex4(@Body body: OptionalFormatEcmascriptRegex4) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/ecmascript-regex/5")
struct OptionalFormatEcmascriptRegex5View {
    /// optional/format/ecmascript-regex: ECMA 262 character classes and escapes
    @POST("optionalFormatEcmascriptRegex5", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatEcmascriptRegex5(@Body body: OptionalFormatEcmascriptRegex5) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/email/0")
struct OptionalFormatEmail0View {
    /// optional/format/email: validation of e-mail addresses
    @POST("optionalFormatEmail0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatEmail0(@Body body: OptionalFormatEmail0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/hostname/0")
struct OptionalFormatHostname0View {
    /// optional/format/hostname: validation of host names
    @POST("optionalFormatHostname0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatHostname0(@Body body: OptionalFormatHostname0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/hostname/1")
struct OptionalFormatHostname1View {
    /// optional/format/hostname: validation of A-label (punycode) host names
    @POST("optionalFormatHostname1", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatHostname1(@Body body: OptionalFormatHostname1) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/idn-email/0")
struct OptionalFormatIdnEmail0View {
    /// optional/format/idn-email: validation of an internationalized e-mail addresses
    @POST("optionalFormatIdnEmail0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatIdnEmail0(@Body body: OptionalFormatIdnEmail0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/idn-hostname/0")
struct OptionalFormatIdnHostname0View {
    /// optional/format/idn-hostname: validation of internationalized host names
    @POST("optionalFormatIdnHostname0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatIdnHostname0(@Body body: OptionalFormatIdnHostname0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/idn-hostname/1")
struct OptionalFormatIdnHostname1View {
    /// optional/format/idn-hostname: validation of separators in internationalized host names
    @POST("optionalFormatIdnHostname1", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatIdnHostname1(@Body body: OptionalFormatIdnHostname1) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/ipv4/0")
struct OptionalFormatIpv40View {
    /// optional/format/ipv4: validation of IP addresses
    @POST("optionalFormatIpv40", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatIpv40(@Body body: OptionalFormatIpv40) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/ipv6/0")
struct OptionalFormatIpv60View {
    /// optional/format/ipv6: validation of IPv6 addresses
    @POST("optionalFormatIpv60", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatIpv60(@Body body: OptionalFormatIpv60) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/iri-reference/0")
struct OptionalFormatIriReference0View {
    /// optional/format/iri-reference: validation of IRI References
    @POST("optionalFormatIriReference0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatIriReference0(@Body body: OptionalFormatIriReference0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/iri/0")
struct OptionalFormatIri0View {
    /// optional/format/iri: validation of IRIs
    @POST("optionalFormatIri0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatIri0(@Body body: OptionalFormatIri0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/json-pointer/0")
struct OptionalFormatJSONPointer0View {
    /// optional/format/json-pointer: validation of JSON-pointers (JSON String Representation)
    @POST("optionalFormatJsonPointer0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatJSONPointer0(@Body body: OptionalFormatJSONPointer0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/regex/0")
struct OptionalFormatRegex0View {
    /// optional/format/regex: validation of regular expressions
    @POST("optionalFormatRegex0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatRegex0(@Body body: OptionalFormatRegex0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/relative-json-pointer/0")
struct OptionalFormatRelativeJSONPointer0View {
    /// optional/format/relative-json-pointer: validation of Relative JSON Pointers (RJP)
    @POST("optionalFormatRelativeJsonPointer0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatRelativeJSONPointer0(@Body body: OptionalFormatRelativeJSONPointer0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/time/0")
struct OptionalFormatTime0View {
    /// optional/format/time: validation of time strings
    @POST("optionalFormatTime0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatTime0(@Body body: OptionalFormatTime0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/unknown/0")
struct OptionalFormatUnknown0View {
    /// optional/format/unknown: unknown format
    @POST("optionalFormatUnknown0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatUnknown0(@Body body: OptionalFormatUnknown0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/uri-reference/0")
struct OptionalFormatURIReference0View {
    /// optional/format/uri-reference: validation of URI References
    @POST("optionalFormatUriReference0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatURIReference0(@Body body: OptionalFormatURIReference0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/uri-template/0")
struct OptionalFormatURITemplate0View {
    /// optional/format/uri-template: format: uri-template
    @POST("optionalFormatUriTemplate0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatURITemplate0(@Body body: OptionalFormatURITemplate0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/uri/0")
struct OptionalFormatURI0View {
    /// optional/format/uri: validation of URIs
    @POST("optionalFormatUri0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatUri0(@Body body: OptionalFormatUri0) async throws {
        throw NotImplemented()
    }
}

@View("/optional/format/uuid/0")
struct OptionalFormatUUID0View {
    /// optional/format/uuid: uuid format
    @POST("optionalFormatUuid0", .status(204))
    @Response(204, "The instance is valid.")
    func optionalFormatUuid0(@Body body: OptionalFormatUuid0) async throws {
        throw NotImplemented()
    }
}
