/// The `type` of a schema where the Swift type doesn't already say it: `type: .object`; `type: nil` leaves it out.
public enum SchemaType: String, Sendable {
    case string, number, integer, boolean, array, object, null
}

/// The `format` of a schema: one of the registered names, or any text, as in `format: "unix-time"`.
public struct SchemaFormat: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The name as the document has it.
    public var name: String

    /// Makes the format that the document calls by this name.
    public init(_ name: String) { self.name = name }

    /// Makes the format that the document calls by this name.
    public init(stringLiteral name: String) { self.name = name }

    /// `date-time`: a moment, RFC 3339.
    public static let dateTime = SchemaFormat("date-time")
    /// `date`: a day, RFC 3339.
    public static let date = SchemaFormat("date")
    /// `time`: a time of day with its offset, RFC 3339.
    public static let time = SchemaFormat("time")
    /// `duration`: ISO 8601, as RFC 3339 has it in its appendix.
    public static let duration = SchemaFormat("duration")
    /// `email`: a mailbox.
    public static let email = SchemaFormat("email")
    /// `idn-email`: a mailbox in any script.
    public static let idnEmail = SchemaFormat("idn-email")
    /// `hostname`: RFC 1123.
    public static let hostname = SchemaFormat("hostname")
    /// `ipv4`: four decimal octets.
    public static let ipv4 = SchemaFormat("ipv4")
    /// `ipv6`: RFC 4291.
    public static let ipv6 = SchemaFormat("ipv6")
    /// `uri`: RFC 3986, with a scheme.
    public static let uri = SchemaFormat("uri")
    /// `uri-reference`: RFC 3986, with or without a scheme.
    public static let uriReference = SchemaFormat("uri-reference")
    /// `uuid`: RFC 4122.
    public static let uuid = SchemaFormat("uuid")
    /// `regex`: ECMA 262.
    public static let regex = SchemaFormat("regex")
    /// `password`: a hint that it is not to be shown.
    public static let password = SchemaFormat("password")
    /// `decimal`: a number in a string.
    public static let decimal = SchemaFormat("decimal")
    /// `slug`: letters, digits, hyphens and underscores.
    public static let slug = SchemaFormat("slug")
    /// `byte`: base64.
    public static let byte = SchemaFormat("byte")
    /// `binary`: any octets.
    public static let binary = SchemaFormat("binary")
    /// `int32`.
    public static let int32 = SchemaFormat("int32")
    /// `int64`.
    public static let int64 = SchemaFormat("int64")
    /// `float`.
    public static let float = SchemaFormat("float")
    /// `double`.
    public static let double = SchemaFormat("double")
}

/// The `contentEncoding` of a string: one of RFC 4648's or RFC 2045's, or any text.
public struct ContentEncoding: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The name as the document has it.
    public var name: String

    /// Makes the encoding that the document calls by this name.
    public init(stringLiteral name: String) { self.name = name }

    /// `base64`, RFC 4648 section 4.
    public static let base64: ContentEncoding = "base64"
}

/// How a document says that a value may be null.
public enum NullStyle: Sendable {
    /// `nullable: true` in 3.0, `type: [T, "null"]` from 3.1; an `enum` gains `null`.
    case type
    /// As `type`, with an `enum` left alone.
    case flag
    /// `anyOf: [T, {type: "null"}]`.
    case anyOf
    /// `oneOf: [T, {type: "null"}]`.
    case oneOf
}

/// How a document writes keywords beside a `$ref`, or, as a string, the `$ref` itself.
public struct ReferenceStyle: Sendable, ExpressibleByStringLiteral {
    private init() {}

    /// `ref: "./beverage.yaml"`: the reference to write.
    public init(stringLiteral reference: String) {}

    /// `allOf: [$ref]` with the keywords beside.
    public static let allOf = ReferenceStyle()
    /// The keywords beside the `$ref`.
    public static let siblings = ReferenceStyle()
    /// `anyOf: [$ref]` with the keywords beside.
    public static let anyOf = ReferenceStyle()
    /// `oneOf: [$ref]` with the keywords beside.
    public static let oneOf = ReferenceStyle()
}

/// Whether `required` is written where it is false.
public enum RequiredStyle: Sendable {
    /// Written when true.
    case ifTrue
    /// Written, be it true or false.
    case always
}

/// The keyword under which a union's branches stand.
public enum UnionKeyword: Sendable {
    /// `oneOf`: exactly one branch fits.
    case oneOf
    /// `anyOf`: one branch or more fit.
    case anyOf
    /// `type: [a, b]`: the branches are told apart by their JSON type.
    case type
}

/// Where a composed schema has its own properties.
public enum PropertiesPlace: Sendable {
    /// In a branch of their own.
    case branch
    /// Beside `allOf`.
    case beside
}

/// How the wire spells the names of properties and parameters.
public enum KeyStyle: Sendable {
    /// `taken_at`.
    case snakeCase
    /// `taken-at`.
    case kebabCase
    /// `TakenAt`.
    case pascalCase
    /// `TAKEN_AT`.
    case screamingSnakeCase
}

/// What a document does throughout, so that declarations needn't repeat it: `static let settings` of an API.
public struct SchemaSettings: Sendable {
    /// States how the document puts null, references and `required`; see the cases of each.
    public init(null: NullStyle = .type, reference: ReferenceStyle? = nil, required: RequiredStyle = .ifTrue) {}
}
