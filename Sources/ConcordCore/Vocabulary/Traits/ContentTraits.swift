/// What a parameter, a body or a response can state about its schema and its examples.
public protocol ContentTraits: SchemaTraits {}

extension ContentTraits {
    /// States examples by name (OpenAPI, Example Object).
    public static func examples(_ examples: KeyValuePairs<String, Example>) -> Self { Self() }

    /// States traits of the schema alone, where a keyword beside it is about the parameter, the body or the response.
    public static func schema(_ traits: SchemaTrait...) -> Self { Self() }

    /// Leaves the schema out: `.schema(nil)`.
    public static func schema(_ silent: Never?) -> Self { Self() }

    /// Adds YAML to the object, for what no other trait says.
    public static func openAPI(_ yaml: String) -> Self { Self() }
}

/// Traits of a parameter: in `@Path`, `@Query`, `@Header`, `@Cookie`, `@QueryString`, and of a response's header.
public struct ParameterTrait: ContentTraits {
    /// Creates a trait; what it says is read from the source.
    public init() {}

    /// How the value is put into text (OpenAPI, Parameter Object, Style Values).
    public static func style(_ style: ParameterStyle) -> ParameterTrait { ParameterTrait() }
    /// Each element or property is a parameter, or a part of one, of its own.
    public static var explode: ParameterTrait { ParameterTrait() }
    /// States whether each element or property is a parameter, or a part of one, of its own.
    public static func explode(_ flag: Bool?) -> ParameterTrait { ParameterTrait() }
    /// Reserved characters of a URL stand as they are.
    public static var allowReserved: ParameterTrait { ParameterTrait() }
    /// States whether reserved characters of a URL stand as they are.
    public static func allowReserved(_ flag: Bool?) -> ParameterTrait { ParameterTrait() }
    /// The parameter may be there without a value.
    public static var allowEmptyValue: ParameterTrait { ParameterTrait() }
    /// States whether the parameter may be there without a value.
    public static func allowEmptyValue(_ flag: Bool?) -> ParameterTrait { ParameterTrait() }
    /// The value is text of this media type.
    public static func content(_ type: MediaType...) -> ParameterTrait { ParameterTrait() }
}

/// Media types and traits of a body: in `@Body`, `@Content`, `@Status`: `@Body(.json, .xml)`, `@Body("image/png")`.
public struct BodyTrait: ContentTraits, ExpressibleByStringLiteral {
    /// Creates a trait; what it says is read from the source.
    public init() {}

    /// Names a media type.
    public init(stringLiteral type: String) {}

    /// `application/json`.
    public static var json: BodyTrait { BodyTrait() }
    /// `application/xml`.
    public static var xml: BodyTrait { BodyTrait() }
    /// `application/x-www-form-urlencoded`.
    public static var form: BodyTrait { BodyTrait() }
    /// `multipart/form-data`.
    public static var multipart: BodyTrait { BodyTrait() }
    /// `text/plain`.
    public static var text: BodyTrait { BodyTrait() }
    /// `application/octet-stream`.
    public static var bytes: BodyTrait { BodyTrait() }
    /// `text/event-stream`.
    public static var events: BodyTrait { BodyTrait() }
    /// `application/problem+json`.
    public static var problem: BodyTrait { BodyTrait() }
    /// `text/html`.
    public static var html: BodyTrait { BodyTrait() }
    /// `application/jsonl`.
    public static var jsonLines: BodyTrait { BodyTrait() }
    /// `*/*`.
    public static var any: BodyTrait { BodyTrait() }

    /// States how parts of a form are encoded, by the names of the properties (OpenAPI, Encoding Object).
    public static func encoding(_ parts: KeyValuePairs<String, PartEncoding>) -> BodyTrait { BodyTrait() }
    /// States the `summary` of the response (OpenAPI 3.2).
    public static func summary(_ text: String) -> BodyTrait { BodyTrait() }
    /// States the links of the response, by name (OpenAPI, Link Object).
    public static func links(_ links: KeyValuePairs<String, ResponseLink>) -> BodyTrait { BodyTrait() }
}

/// Traits of a response: in `@Response`.
public struct ResponseTrait: ContentTraits {
    /// Creates a trait; what it says is read from the source.
    public init() {}

    /// States the `summary` (OpenAPI 3.2).
    public static func summary(_ text: String?) -> ResponseTrait { ResponseTrait() }
    /// States the media types of the content.
    public static func content(_ types: MediaType...) -> ResponseTrait { ResponseTrait() }
    /// States the links, by name (OpenAPI, Link Object).
    public static func links(_ links: KeyValuePairs<String, ResponseLink>) -> ResponseTrait { ResponseTrait() }
}
