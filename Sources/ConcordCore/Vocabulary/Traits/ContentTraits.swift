/// The traits of a parameter, body, or response for its schema and examples.
public protocol ContentTraits: SchemaTraits {}

extension ContentTraits {
    /// Adds examples, by name (OpenAPI, Example Object).
    public static func examples(_ examples: KeyValuePairs<String, Example>) -> Self { Self() }

    /// Applies traits to the schema itself, for keywords that would otherwise describe the parameter, body, or
    /// response.
    public static func schema(_ traits: SchemaTrait...) -> Self { Self() }

    /// Omits the schema: `.schema(nil)`.
    public static func schema(_ silent: Never?) -> Self { Self() }

    /// Adds YAML to the object, for keys that no other trait sets.
    public static func openAPI(_ yaml: String) -> Self { Self() }
}

/// Traits of a parameter, in `@Path`, `@Query`, `@Header`, `@Cookie`, and `@QueryString`, and of a response's header.
public struct ParameterTrait: ContentTraits {
    /// Creates a trait. Its arguments are read from the source.
    public init() {}

    /// Sets the serialization of the value (OpenAPI, Parameter Object, Style Values).
    public static func style(_ style: ParameterStyle) -> ParameterTrait { ParameterTrait() }
    /// Makes each element or property a separate parameter, or a separate part of one.
    public static var explode: ParameterTrait { ParameterTrait() }
    /// Specifies whether each element or property is a separate parameter, or a separate part of one.
    public static func explode(_ flag: Bool?) -> ParameterTrait { ParameterTrait() }
    /// Leaves the reserved characters of a URL without percent-encoding.
    public static var allowReserved: ParameterTrait { ParameterTrait() }
    /// Specifies whether reserved characters of a URL are not percent-encoded.
    public static func allowReserved(_ flag: Bool?) -> ParameterTrait { ParameterTrait() }
    /// Allows an empty value.
    public static var allowEmptyValue: ParameterTrait { ParameterTrait() }
    /// Specifies whether the parameter can have an empty value.
    public static func allowEmptyValue(_ flag: Bool?) -> ParameterTrait { ParameterTrait() }
    /// Sets the media type of the value.
    public static func content(_ type: MediaType...) -> ParameterTrait { ParameterTrait() }
}

/// Media types and traits of a body, in `@Body`, `@Content`, and `@Status`: `@Body(.json, .xml)`, `@Body("image/png")`.
public struct BodyTrait: ContentTraits, ExpressibleByStringLiteral {
    /// Creates a trait. Its arguments are read from the source.
    public init() {}

    /// Creates a media type.
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

    /// Sets the encoding of a form's parts, keyed by property name (OpenAPI, Encoding Object).
    public static func encoding(_ parts: KeyValuePairs<String, PartEncoding>) -> BodyTrait { BodyTrait() }
    /// Sets the `summary` of the response (OpenAPI 3.2).
    public static func summary(_ text: String) -> BodyTrait { BodyTrait() }
    /// Adds the links of the response, by name (OpenAPI, Link Object).
    public static func links(_ links: KeyValuePairs<String, ResponseLink>) -> BodyTrait { BodyTrait() }
}

/// Traits of a response, in `@Response`.
public struct ResponseTrait: ContentTraits {
    /// Creates a trait. Its arguments are read from the source.
    public init() {}

    /// Sets the `summary` (OpenAPI 3.2).
    public static func summary(_ text: String?) -> ResponseTrait { ResponseTrait() }
    /// Sets the media types of the content.
    public static func content(_ types: MediaType...) -> ResponseTrait { ResponseTrait() }
    /// Adds the links, by name (OpenAPI, Link Object).
    public static func links(_ links: KeyValuePairs<String, ResponseLink>) -> ResponseTrait { ResponseTrait() }
}
