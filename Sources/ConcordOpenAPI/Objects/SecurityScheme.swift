import ConcordYAML

/// A security scheme (OAS 4.28).
public struct SecurityScheme: DescribedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a security scheme",
        [
            .required("type", .text),
            Field("description", .text),
            Field("name", .text),
            Field("in", .text),
            Field("scheme", .text),
            Field("bearerFormat", .text),
            Field("flows", .object(OAuthFlows.self)),
            Field("openIdConnectUrl", .text),
            Field("oauth2MetadataUrl", .text, versions: .since3_2),
            Field("deprecated", .flag, versions: .since3_2),
        ])

    /// The type: `apiKey`, `http`, `mutualTLS`, `oauth2`, or `openIdConnect`.
    public var type: String? {
        get { self[text: "type"] }
        set { self[text: "type"] = newValue }
    }

    /// The name of the header, query parameter, or cookie with the key.
    public var name: String? {
        get { self[text: "name"] }
        set { self[text: "name"] = newValue }
    }

    /// The location of the key: `query`, `header`, or `cookie`.
    public var `in`: String? {
        get { self[text: "in"] }
        set { self[text: "in"] = newValue }
    }

    /// The HTTP authentication scheme.
    public var scheme: String? {
        get { self[text: "scheme"] }
        set { self[text: "scheme"] = newValue }
    }

    /// The format of a bearer token.
    public var bearerFormat: String? {
        get { self[text: "bearerFormat"] }
        set { self[text: "bearerFormat"] = newValue }
    }

    /// The flows of OAuth.
    public var flows: OAuthFlows? {
        get { self[object: "flows"] }
        set { self[object: "flows"] = newValue }
    }

    /// The URL for OpenID Connect discovery.
    public var openIdConnectUrl: String? {
        get { self[text: "openIdConnectUrl"] }
        set { self[text: "openIdConnectUrl"] = newValue }
    }

    /// The URL of the OAuth server's metadata (since 3.2).
    public var oauth2MetadataUrl: String? {
        get { self[text: "oauth2MetadataUrl"] }
        set { self[text: "oauth2MetadataUrl"] = newValue }
    }

    /// Whether clients should stop using the scheme (since 3.2).
    public var deprecated: Bool? {
        get { self[flag: "deprecated"] }
        set { self[flag: "deprecated"] = newValue }
    }
}
