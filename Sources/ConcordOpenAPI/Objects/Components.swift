import ConcordYAML

/// The reusable objects of a document (OAS 4.8).
public struct Components: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "the components",
        [
            Field("schemas", .map(.object(Schema.self))),
            Field("responses", .map(.reference(Response.self))),
            Field("parameters", .map(.reference(Parameter.self))),
            Field("examples", .map(.reference(Example.self))),
            Field("requestBodies", .map(.reference(RequestBody.self))),
            Field("headers", .map(.reference(Header.self))),
            Field("securitySchemes", .map(.reference(SecurityScheme.self))),
            Field("links", .map(.reference(Link.self))),
            Field("callbacks", .map(.reference(Callback.self))),
            Field("pathItems", .map(.object(PathItem.self)), versions: .since3_1),
            Field("mediaTypes", .map(.reference(MediaType.self)), versions: .since3_2),
        ])

    /// The schemas.
    public var schemas: ObjectMap<Schema> {
        get { self[map: "schemas"] }
        set { self[map: "schemas"] = newValue }
    }

    /// The responses.
    public var responses: ObjectMap<Response> {
        get { self[map: "responses"] }
        set { self[map: "responses"] = newValue }
    }

    /// The parameters.
    public var parameters: ObjectMap<Parameter> {
        get { self[map: "parameters"] }
        set { self[map: "parameters"] = newValue }
    }

    /// The examples.
    public var examples: ObjectMap<Example> {
        get { self[map: "examples"] }
        set { self[map: "examples"] = newValue }
    }

    /// The request bodies.
    public var requestBodies: ObjectMap<RequestBody> {
        get { self[map: "requestBodies"] }
        set { self[map: "requestBodies"] = newValue }
    }

    /// The headers.
    public var headers: ObjectMap<Header> {
        get { self[map: "headers"] }
        set { self[map: "headers"] = newValue }
    }

    /// The security schemes.
    public var securitySchemes: ObjectMap<SecurityScheme> {
        get { self[map: "securitySchemes"] }
        set { self[map: "securitySchemes"] = newValue }
    }

    /// The links.
    public var links: ObjectMap<Link> {
        get { self[map: "links"] }
        set { self[map: "links"] = newValue }
    }

    /// The callbacks.
    public var callbacks: ObjectMap<Callback> {
        get { self[map: "callbacks"] }
        set { self[map: "callbacks"] = newValue }
    }

    /// The path items (since 3.1).
    public var pathItems: ObjectMap<PathItem> {
        get { self[map: "pathItems"] }
        set { self[map: "pathItems"] = newValue }
    }

    /// The media types (since 3.2).
    public var mediaTypes: ObjectMap<MediaType> {
        get { self[map: "mediaTypes"] }
        set { self[map: "mediaTypes"] = newValue }
    }
}
