extension SchemaTrait {
    /// The `type` of a schema where the Swift type doesn't already say it: `.type(.object)`; `.type(nil)` leaves it out.
    public typealias SchemaType = SchemaWord
}

extension SchemaTrait {
    /// The `format` of a schema: one of the registered names, or any text, as in `.format("unix-time")`.
    public typealias SchemaFormat = SchemaWord
}

extension SchemaTrait {
    /// The `contentEncoding` of a string: `.base64`, or any text.
    public typealias ContentEncoding = SchemaWord
}

extension SchemaTrait {
    /// A word that stands under `type`, `format` or `contentEncoding`: a registered one, or any text.
    public struct SchemaWord: Hashable, Sendable, ExpressibleByStringLiteral {
        /// The name as the document has it.
        public var name: String

        /// Makes the word that the document spells so.
        public init(_ name: String) { self.name = name }

        /// Makes the word that the document spells so.
        public init(stringLiteral name: String) { self.name = name }

        /// `date-time`: a moment, RFC 3339.
        public static let dateTime = SchemaWord("date-time")
        /// `date`: a day, RFC 3339.
        public static let date = SchemaWord("date")
        /// `time`: a time of day with its offset, RFC 3339.
        public static let time = SchemaWord("time")
        /// `duration`: ISO 8601, as RFC 3339 has it in its appendix.
        public static let duration = SchemaWord("duration")
        /// `email`: a mailbox.
        public static let email = SchemaWord("email")
        /// `idn-email`: a mailbox in any script.
        public static let idnEmail = SchemaWord("idn-email")
        /// `hostname`: RFC 1123.
        public static let hostname = SchemaWord("hostname")
        /// `ipv4`: four decimal octets.
        public static let ipv4 = SchemaWord("ipv4")
        /// `ipv6`: RFC 4291.
        public static let ipv6 = SchemaWord("ipv6")
        /// `uri`: RFC 3986, with a scheme.
        public static let uri = SchemaWord("uri")
        /// `uri-reference`: RFC 3986, with or without a scheme.
        public static let uriReference = SchemaWord("uri-reference")
        /// `uuid`: RFC 4122.
        public static let uuid = SchemaWord("uuid")
        /// `regex`: ECMA 262.
        public static let regex = SchemaWord("regex")
        /// `password`: a hint that it is not to be shown.
        public static let password = SchemaWord("password")
        /// `decimal`: a number in a string.
        public static let decimal = SchemaWord("decimal")
        /// `slug`: letters, digits, hyphens and underscores.
        public static let slug = SchemaWord("slug")
        /// `byte`: base64.
        public static let byte = SchemaWord("byte")
        /// `binary`: any octets.
        public static let binary = SchemaWord("binary")
        /// `base64`, RFC 4648 section 4.
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
}

extension SchemaTrait {
    /// How a document writes keywords beside a `$ref`, or, as a string, the `$ref` itself.
    public struct ReferenceStyle: Sendable, ExpressibleByStringLiteral {
        private init() {}

        /// `.ref("./beverage.yaml")`: the reference to write.
        public init(stringLiteral reference: String) {}

        /// `allOf: [$ref]` with the keywords beside.
        public static let allOf = ReferenceStyle()
        /// `allOf: [$ref, {…}]`, the keywords in a branch of their own.
        public static let branch = ReferenceStyle()
        /// The keywords beside the `$ref`.
        public static let siblings = ReferenceStyle()
        /// `anyOf: [$ref]` with the keywords beside.
        public static let anyOf = ReferenceStyle()
        /// `oneOf: [$ref]` with the keywords beside.
        public static let oneOf = ReferenceStyle()
    }
}

extension SchemaTrait {
    /// Whether `required` is written where it is false.
    public enum RequiredStyle: Sendable {
        /// Written when true.
        case ifTrue
        /// Written, be it true or false.
        case always
    }
}

extension SchemaTrait {
    /// The keyword under which a union's branches stand.
    public enum UnionKeyword: Sendable {
        /// `oneOf`: exactly one branch fits.
        case oneOf
        /// `anyOf`: one branch or more fit.
        case anyOf
        /// `type: [a, b]`: the branches are told apart by their JSON type.
        case type
    }
}

extension SchemaTrait {
    /// Which branch each value of a discriminator announces: `.mapping(["dog": Dog.self])`.
    public struct DiscriminatorMapping: Sendable, ExpressibleByDictionaryLiteral {
        private init() {}

        /// Names the type that a value announces, or gives the text that the document has under it.
        public init(dictionaryLiteral elements: (String, Any)...) {}

        /// The cases' types by the bare names of their components, where the document has no references.
        public static let names = DiscriminatorMapping()
    }
}

extension SchemaTrait {
    /// Where a composed schema has its own properties.
    public enum PropertiesPlace: Sendable {
        /// In a branch of their own.
        case branch
        /// Beside `allOf`.
        case beside
    }
}

/// What a document does throughout, so that declarations needn't repeat it: `static let settings` of an API.
public struct SchemaSettings: Sendable {
    /// States how the document puts null, references and `required`; see the cases of each.
    public init(
        null: SchemaTrait.NullStyle = .type, reference: SchemaTrait.ReferenceStyle? = nil,
        required: SchemaTrait.RequiredStyle = .ifTrue
    ) {}
}
