import ConcordYAML

/// The flows of OAuth that a scheme supports (OAS 4.29).
public struct OAuthFlows: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "the OAuth flows",
        [
            Field("implicit", .object(OAuthFlow.self)),
            Field("password", .object(OAuthFlow.self)),
            Field("clientCredentials", .object(OAuthFlow.self)),
            Field("authorizationCode", .object(OAuthFlow.self)),
            Field("deviceAuthorization", .object(OAuthFlow.self), versions: .since3_2),
        ])

    /// The implicit flow.
    public var implicit: OAuthFlow? {
        get { self[object: "implicit"] }
        set { self[object: "implicit"] = newValue }
    }

    /// The resource owner password flow.
    public var password: OAuthFlow? {
        get { self[object: "password"] }
        set { self[object: "password"] = newValue }
    }

    /// The client credentials flow.
    public var clientCredentials: OAuthFlow? {
        get { self[object: "clientCredentials"] }
        set { self[object: "clientCredentials"] = newValue }
    }

    /// The authorization code flow.
    public var authorizationCode: OAuthFlow? {
        get { self[object: "authorizationCode"] }
        set { self[object: "authorizationCode"] = newValue }
    }

    /// The device authorization flow (since 3.2).
    public var deviceAuthorization: OAuthFlow? {
        get { self[object: "deviceAuthorization"] }
        set { self[object: "deviceAuthorization"] = newValue }
    }
}
