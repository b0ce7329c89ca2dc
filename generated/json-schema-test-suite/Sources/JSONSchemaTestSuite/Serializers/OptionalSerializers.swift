import Concord

@Schema typealias OptionalBignum0 = Int
@Schema typealias OptionalBignum1 = Double
@Schema typealias OptionalBignum2 = String

@Serializer(.maximum(18_446_744_073_709_551_615))
struct OptionalBignum3 {
    var rawValue: JSON
}

@Serializer(.exclusiveMaximum(9.727837981879871e+26))
struct OptionalBignum4 {
    var rawValue: JSON
}

@Serializer(.minimum(-18_446_744_073_709_551_615))
struct OptionalBignum5 {
    var rawValue: JSON
}

@Serializer(.exclusiveMinimum(-9.727837981879871e+26))
struct OptionalBignum6 {
    var rawValue: JSON
}

@Serializer(.pattern("^abc$"))
struct OptionalEcmascriptRegex0 {
    var rawValue: String
}

@Serializer(.pattern(#"^\t$"#))
struct OptionalEcmascriptRegex1 {
    var rawValue: String
}

@Serializer(.pattern(#"^\cC$"#))
struct OptionalEcmascriptRegex2 {
    var rawValue: String
}

@Serializer(.pattern(#"^\cc$"#))
struct OptionalEcmascriptRegex3 {
    var rawValue: String
}

@Serializer(.pattern(#"^\d$"#))
struct OptionalEcmascriptRegex4 {
    var rawValue: String
}

@Serializer(.pattern(#"^\D$"#))
struct OptionalEcmascriptRegex5 {
    var rawValue: String
}

@Serializer(.pattern(#"^\w$"#))
struct OptionalEcmascriptRegex6 {
    var rawValue: String
}

@Serializer(.pattern(#"^\W$"#))
struct OptionalEcmascriptRegex7 {
    var rawValue: String
}

@Serializer(.pattern(#"^\s$"#))
struct OptionalEcmascriptRegex8 {
    var rawValue: String
}

@Serializer(.pattern(#"^\S$"#))
struct OptionalEcmascriptRegex9 {
    var rawValue: String
}

@Serializer(.pattern(#"\p{Letter}cole"#))
struct OptionalEcmascriptRegex10 {
    var rawValue: JSON
}

@Serializer(.pattern(#"\wcole"#))
struct OptionalEcmascriptRegex11 {
    var rawValue: JSON
}

@Serializer(.pattern("[a-z]cole"))
struct OptionalEcmascriptRegex12 {
    var rawValue: JSON
}

@Serializer(.pattern(#"^\d+$"#))
struct OptionalEcmascriptRegex13 {
    var rawValue: JSON
}

@Serializer(.pattern(#"^\p{digit}+$"#))
struct OptionalEcmascriptRegex14 {
    var rawValue: JSON
}

@Serializer(.multipleOf(0.5))
struct OptionalFloatOverflow0 {
    var rawValue: Int
}

@Serializer(.minLength(2))
struct OptionalNoSchema0 {
    var rawValue: JSON
}

@Serializer(.pattern("^🐲*$"))
struct OptionalNonBmpRegex0 {
    var rawValue: JSON
}

@Serializer(.type(nil))
struct OptionalNonBmpRegex1 {
    @PatternProperties("^🐲*$") var matching: [String: Int]
}

@Serializer(.examples(["type": "string"]), .ref("#/components/schemas/OptionalRefOfUnknownKeyword3/examples/0"))
struct OptionalRefOfUnknownKeyword3 {
    var rawValue: JSON
}

@Serializer(.format(.dateTime))
struct OptionalFormatDateTime0 {
    var rawValue: JSON
}

@Serializer(.format(.date))
struct OptionalFormatDate0 {
    var rawValue: JSON
}

@Serializer(.format(.duration))
struct OptionalFormatDuration0 {
    var rawValue: JSON
}

@Serializer(.format(.regex))
struct OptionalFormatEcmascriptRegex0 {
    var rawValue: JSON
}

@Serializer(.format(.regex))
struct OptionalFormatEcmascriptRegex1 {
    var rawValue: JSON
}

@Serializer(.format(.regex))
struct OptionalFormatEcmascriptRegex2 {
    var rawValue: JSON
}

@Serializer(.format(.regex))
struct OptionalFormatEcmascriptRegex3 {
    var rawValue: JSON
}

@Serializer(.format(.regex))
struct OptionalFormatEcmascriptRegex4 {
    var rawValue: JSON
}

@Serializer(.format(.regex))
struct OptionalFormatEcmascriptRegex5 {
    var rawValue: JSON
}

@Serializer(.format(.email))
struct OptionalFormatEmail0 {
    var rawValue: JSON
}

@Serializer(.format(.hostname))
struct OptionalFormatHostname0 {
    var rawValue: JSON
}

@Serializer(.format(.hostname))
struct OptionalFormatHostname1 {
    var rawValue: JSON
}

@Serializer(.format(.idnEmail))
struct OptionalFormatIdnEmail0 {
    var rawValue: JSON
}

@Serializer(.format("idn-hostname"))
struct OptionalFormatIdnHostname0 {
    var rawValue: JSON
}

@Serializer(.format("idn-hostname"))
struct OptionalFormatIdnHostname1 {
    var rawValue: JSON
}

@Serializer(.format(.ipv4))
struct OptionalFormatIpv40 {
    var rawValue: JSON
}

@Serializer(.format(.ipv6))
struct OptionalFormatIpv60 {
    var rawValue: JSON
}

@Serializer(.format("iri-reference"))
struct OptionalFormatIriReference0 {
    var rawValue: JSON
}

@Serializer(.format("iri"))
struct OptionalFormatIri0 {
    var rawValue: JSON
}

@Serializer("OptionalFormatJsonPointer0", .format("json-pointer"))
struct OptionalFormatJSONPointer0 {
    var rawValue: JSON
}

@Serializer(.format(.regex))
struct OptionalFormatRegex0 {
    var rawValue: JSON
}

@Serializer("OptionalFormatRelativeJsonPointer0", .format("relative-json-pointer"))
struct OptionalFormatRelativeJSONPointer0 {
    var rawValue: JSON
}

@Serializer(.format(.time))
struct OptionalFormatTime0 {
    var rawValue: JSON
}

@Serializer(.format("unknown"))
struct OptionalFormatUnknown0 {
    var rawValue: JSON
}

@Serializer("OptionalFormatUriReference0", .format(.uriReference))
struct OptionalFormatURIReference0 {
    var rawValue: JSON
}

@Serializer("OptionalFormatUriTemplate0", .format("uri-template"))
struct OptionalFormatURITemplate0 {
    var rawValue: JSON
}

@Serializer(.format(.uri))
struct OptionalFormatUri0 {
    var rawValue: JSON
}

@Serializer(.format(.uuid))
struct OptionalFormatUuid0 {
    var rawValue: JSON
}
