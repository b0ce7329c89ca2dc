import ConcordYAML

/// A flow of OAuth (OAS 4.30).
public struct OAuthFlow: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "an OAuth flow",
        [
            Field("authorizationUrl", .text),
            Field("deviceAuthorizationUrl", .text, versions: .since3_2),
            Field("tokenUrl", .text),
            Field("refreshUrl", .text),
            .required("scopes", .map(.text)),
        ])

    /// The authorization URL.
    public var authorizationUrl: String? {
        get { self[text: "authorizationUrl"] }
        set { self[text: "authorizationUrl"] = newValue }
    }

    /// The device authorization URL (since 3.2).
    public var deviceAuthorizationUrl: String? {
        get { self[text: "deviceAuthorizationUrl"] }
        set { self[text: "deviceAuthorizationUrl"] = newValue }
    }

    /// The token URL.
    public var tokenUrl: String? {
        get { self[text: "tokenUrl"] }
        set { self[text: "tokenUrl"] = newValue }
    }

    /// The URL for refresh tokens.
    public var refreshUrl: String? {
        get { self[text: "refreshUrl"] }
        set { self[text: "refreshUrl"] = newValue }
    }

    /// The scopes and their descriptions, in order.
    public var scopes: [(name: String, description: String)] {
        (node["scopes"]?.mapping ?? Mapping()).entries.map { ($0.key, $0.value.string ?? "") }
    }
}
