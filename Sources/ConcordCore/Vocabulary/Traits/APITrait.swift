/// Traits of an API, in `@API`.
public struct APITrait: Sendable {
    /// Sets the `summary` of the document.
    public static func summary(_ text: String) -> APITrait { APITrait() }
    /// Sets the `description` of the document, unless a doc comment provides it.
    public static func description(_ text: String?) -> APITrait { APITrait() }
    /// Sets the URL of the terms of service.
    public static func termsOfService(_ url: String) -> APITrait { APITrait() }
    /// Sets the version of OpenAPI: `3.0.4`, `3.1.1`, `3.2.0`.
    public static func openapi(_ version: String) -> APITrait { APITrait() }
    /// Sets the dialect of the document's schemas.
    public static func jsonSchemaDialect(_ url: String) -> APITrait { APITrait() }
    /// Links to a page with further documentation.
    public static func externalDocs(_ docs: ExternalDocs) -> APITrait { APITrait() }
    /// Specifies whether requests and responses share their components.
    public static func requests(_ components: AutoSchema.RequestComponents) -> APITrait { APITrait() }
    /// Specifies whether explicit operations have the responses that follow from their inputs, permissions, and
    /// throttles.
    public static func responses(_ statements: AutoSchema.ResponseStatements) -> APITrait { APITrait() }
}

/// Traits of a security scheme, in `@SecurityScheme`.
public struct SecuritySchemeTrait: Sendable {
    /// Sets the URL of the authorization server's metadata (OpenAPI 3.2).
    public static func metadataURL(_ url: String) -> SecuritySchemeTrait { SecuritySchemeTrait() }
    /// Tells clients to stop using the scheme (OpenAPI 3.2).
    public static var deprecated: SecuritySchemeTrait { SecuritySchemeTrait() }
    /// Specifies whether clients should stop using the scheme.
    public static func deprecated(_ flag: Bool) -> SecuritySchemeTrait { SecuritySchemeTrait() }
}

/// Traits of a reusable request body, in `@RequestBody`.
public struct RequestBodyTrait: Sendable {
    /// Requires the body.
    public static var required: RequestBodyTrait { RequestBodyTrait() }
    /// Specifies whether the body is required. `nil` omits the keyword.
    public static func required(_ flag: Bool?) -> RequestBodyTrait { RequestBodyTrait() }
}

/// Traits of a filter, pagination, permission, or throttle.
public struct RequestPartTrait: Sendable {
    /// Sets the style of the inputs' wire names.
    public static func keys(_ style: KeyStyle) -> RequestPartTrait { RequestPartTrait() }
}
