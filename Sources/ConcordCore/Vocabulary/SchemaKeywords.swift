extension SchemaTrait {
    /// The `type` of a schema, if it doesn't follow from the Swift type: `.type(.object)`. `.type(nil)` omits it.
    public typealias SchemaType = SchemaWord
}

extension SchemaTrait {
    /// The `format` of a schema: a registered name, or any string, as in `.format("unix-time")`.
    public typealias SchemaFormat = SchemaWord
}

extension SchemaTrait {
    /// The `contentEncoding` of a string: `.base64`, or any string.
    public typealias ContentEncoding = SchemaWord
}

extension SchemaTrait {
    /// A value of `type`, `format`, or `contentEncoding`: a registered name, or any string.
    public struct SchemaWord: Hashable, Sendable, ExpressibleByStringLiteral {
        /// The name in the document.
        public var name: String

        /// Creates a value with a name.
        public init(_ name: String) { self.name = name }

        /// Creates a value with a name.
        public init(stringLiteral name: String) { self.name = name }

        /// `date-time`: a timestamp (RFC 3339).
        public static let dateTime = SchemaWord("date-time")
        /// `date`: a date (RFC 3339).
        public static let date = SchemaWord("date")
        /// `time`: a time of day with its offset (RFC 3339).
        public static let time = SchemaWord("time")
        /// `duration`: an ISO 8601 duration (RFC 3339, appendix A).
        public static let duration = SchemaWord("duration")
        /// `email`: an email address.
        public static let email = SchemaWord("email")
        /// `idn-email`: an internationalized email address.
        public static let idnEmail = SchemaWord("idn-email")
        /// `hostname`: a host name (RFC 1123).
        public static let hostname = SchemaWord("hostname")
        /// `ipv4`: an IPv4 address.
        public static let ipv4 = SchemaWord("ipv4")
        /// `ipv6`: an IPv6 address (RFC 4291).
        public static let ipv6 = SchemaWord("ipv6")
        /// `uri`: a URI with a scheme (RFC 3986).
        public static let uri = SchemaWord("uri")
        /// `uri-reference`: a URI or a relative reference (RFC 3986).
        public static let uriReference = SchemaWord("uri-reference")
        /// `uuid`: a UUID (RFC 4122).
        public static let uuid = SchemaWord("uuid")
        /// `regex`: a regular expression (ECMA 262).
        public static let regex = SchemaWord("regex")
        /// `password`: a hint that the value should be hidden.
        public static let password = SchemaWord("password")
        /// `decimal`: a number in a string.
        public static let decimal = SchemaWord("decimal")
        /// `slug`: letters, digits, hyphens, and underscores.
        public static let slug = SchemaWord("slug")
        /// `byte`: base64.
        public static let byte = SchemaWord("byte")
        /// `binary`: any octets.
        public static let binary = SchemaWord("binary")
        /// `base64` (RFC 4648, section 4).
        public static let base64 = SchemaWord("base64")
        /// `string`.
        public static let string = SchemaWord("string")
        /// `number`.
        public static let number = SchemaWord("number")
        /// `integer`.
        public static let integer = SchemaWord("integer")
        /// `boolean`.
        public static let boolean = SchemaWord("boolean")
        /// `array`.
        public static let array = SchemaWord("array")
        /// `object`.
        public static let object = SchemaWord("object")
        /// `int32`.
        public static let int32 = SchemaWord("int32")
        /// `int64`.
        public static let int64 = SchemaWord("int64")
        /// `float`.
        public static let float = SchemaWord("float")
        /// `double`.
        public static let double = SchemaWord("double")
    }
}

extension SchemaTrait {
    /// The notation for a value that may be null.
    public enum NullStyle: Sendable {
        /// `nullable: true` in OpenAPI 3.0, and `type: [T, "null"]` from 3.1 on. `null` is added to an `enum`.
        case type
        /// The same as `type`, without a change to an `enum`.
        case flag
        /// `anyOf: [T, {type: "null"}]`.
        case anyOf
        /// `oneOf: [T, {type: "null"}]`.
        case oneOf
    }
}

extension SchemaTrait {
    /// The place of keywords beside a `$ref` or, as a string, the `$ref` itself.
    public struct ReferenceStyle: Sendable, ExpressibleByStringLiteral {
        private init() {}

        /// Creates the reference to write: `.ref("./beverage.yaml")`.
        public init(stringLiteral reference: String) {}

        /// `allOf: [$ref]`, with the keywords beside it.
        public static let allOf = ReferenceStyle()
        /// `allOf: [$ref, {…}]`, with the keywords in a separate branch.
        public static let branch = ReferenceStyle()
        /// `$ref` with the keywords beside it.
        public static let siblings = ReferenceStyle()
        /// `anyOf: [$ref]`, with the keywords beside it.
        public static let anyOf = ReferenceStyle()
        /// `oneOf: [$ref]`, with the keywords beside it.
        public static let oneOf = ReferenceStyle()
    }
}

extension SchemaTrait {
    /// Determines whether `required: false` is written.
    public enum RequiredStyle: Sendable {
        /// Only `true` is written.
        case ifTrue
        /// Both `true` and `false` are written.
        case always
    }
}

extension SchemaTrait {
    /// The keyword for the branches of a union.
    public enum UnionKeyword: Sendable {
        /// `oneOf`: the value matches exactly one branch.
        case oneOf
        /// `anyOf`: the value matches at least one branch.
        case anyOf
        /// `type: [a, b]`: the branches have different JSON types.
        case type
    }
}

extension SchemaTrait {
    /// The branch for each value of a discriminator: `.mapping(["dog": Dog.self])`.
    public struct DiscriminatorMapping: Sendable, ExpressibleByDictionaryLiteral {
        private init() {}

        /// Creates a mapping from values to types, or to the strings in the document.
        public init(dictionaryLiteral elements: (String, Any)...) {}

        /// A mapping with the names of the cases' components instead of references.
        public static let names = DiscriminatorMapping()
    }
}

extension SchemaTrait {
    /// The place of a composed schema's own properties.
    public enum PropertiesPlace: Sendable {
        /// In a separate branch.
        case branch
        /// Beside `allOf`.
        case beside
    }
}

/// Settings that apply to a whole document: `static let settings` of an API.
public struct SchemaSettings: Sendable {
    /// Creates settings for null, references, and `required`.
    public init(
        null: SchemaTrait.NullStyle = .type, reference: SchemaTrait.ReferenceStyle? = nil,
        required: SchemaTrait.RequiredStyle = .ifTrue
    ) {}
}
