import ConcordYAML

/// One operation of an API (OAS 4.11).
public struct Operation: SummarizedObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
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

    /// The tags that group it.
    public var tags: [String] {
        get { self[texts: "tags"] }
        set { self[texts: "tags"] = newValue }
    }

    /// Where more is written about it.
    public var externalDocs: ExternalDocumentation? {
        get { self[object: "externalDocs"] }
        set { self[object: "externalDocs"] = newValue }
    }

    /// The name that no other operation has.
    public var operationId: String? {
        get { self[text: "operationId"] }
        set { self[text: "operationId"] = newValue }
    }

    /// The parameters, beside those of the path item.
    public var parameters: [Parameter] {
        get { self[list: "parameters"] }
        set { self[list: "parameters"] = newValue }
    }

    /// The body of the request.
    public var requestBody: RequestBody? {
        get { self[object: "requestBody"] }
        set { self[object: "requestBody"] = newValue }
    }

    /// The responses by status.
    public var responses: Responses? {
        get { self[object: "responses"] }
        set { self[object: "responses"] = newValue }
    }

    /// The requests that the API sends in turn.
    public var callbacks: ObjectMap<Callback> {
        get { self[map: "callbacks"] }
        set { self[map: "callbacks"] = newValue }
    }

    /// Whether callers should stop using it.
    public var deprecated: Bool? {
        get { self[flag: "deprecated"] }
        set { self[flag: "deprecated"] = newValue }
    }

    /// The security requirements, one of which must be met; an empty list lifts the document's, nil keeps them.
    public var security: [SecurityRequirement]? {
        get { self[optionalList: "security"] }
        set { self[optionalList: "security"] = newValue }
    }

    /// The servers of this operation instead of the path item's.
    public var servers: [Server] {
        get { self[list: "servers"] }
        set { self[list: "servers"] = newValue }
    }
}
