import ConcordYAML

/// An operation of an API (OAS 4.11).
public struct Operation: SummarizedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "an operation",
        [
            Field("tags", .list(.text)),
            Field("summary", .text),
            Field("description", .text),
            Field("externalDocs", .object(ExternalDocumentation.self)),
            Field("operationId", .text),
            Field("parameters", .list(.reference(Parameter.self))),
            Field("requestBody", .reference(RequestBody.self)),
            Field("responses", .object(Responses.self), requiredIn: .v3_0),
            Field("callbacks", .map(.reference(Callback.self))),
            Field("deprecated", .flag),
            Field("security", .list(.object(SecurityRequirement.self))),
            Field("servers", .list(.object(Server.self))),
        ])

    /// The tags.
    public var tags: [String] {
        get { self[texts: "tags"] }
        set { self[texts: "tags"] = newValue }
    }

    /// The external documentation.
    public var externalDocs: ExternalDocumentation? {
        get { self[object: "externalDocs"] }
        set { self[object: "externalDocs"] = newValue }
    }

    /// The unique ID.
    public var operationId: String? {
        get { self[text: "operationId"] }
        set { self[text: "operationId"] = newValue }
    }

    /// The parameters, in addition to those of the path item.
    public var parameters: [Parameter] {
        get { self[list: "parameters"] }
        set { self[list: "parameters"] = newValue }
    }

    /// The request body.
    public var requestBody: RequestBody? {
        get { self[object: "requestBody"] }
        set { self[object: "requestBody"] = newValue }
    }

    /// The responses, keyed by status.
    public var responses: Responses? {
        get { self[object: "responses"] }
        set { self[object: "responses"] = newValue }
    }

    /// The callbacks, keyed by name.
    public var callbacks: ObjectMap<Callback> {
        get { self[map: "callbacks"] }
        set { self[map: "callbacks"] = newValue }
    }

    /// Whether clients should stop using the operation.
    public var deprecated: Bool? {
        get { self[flag: "deprecated"] }
        set { self[flag: "deprecated"] = newValue }
    }

    /// The security requirements, one of which must be satisfied. An empty array overrides the document's requirements,
    /// and `nil` inherits them.
    public var security: [SecurityRequirement]? {
        get { self[optionalList: "security"] }
        set { self[optionalList: "security"] = newValue }
    }

    /// The servers, which override those of the path item.
    public var servers: [Server] {
        get { self[list: "servers"] }
        set { self[list: "servers"] = newValue }
    }
}
