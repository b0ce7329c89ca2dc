import ConcordYAML

/// One flow of OAuth (OAS 4.30).
public struct OAuthFlow: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
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

    /// Where the user grants access.
    public var authorizationUrl: String? {
        get { self[text: "authorizationUrl"] }
        set { self[text: "authorizationUrl"] = newValue }
    }

    /// Where a device asks for a code (since 3.2).
    public var deviceAuthorizationUrl: String? {
        get { self[text: "deviceAuthorizationUrl"] }
        set { self[text: "deviceAuthorizationUrl"] = newValue }
    }

    /// Where tokens are got.
    public var tokenUrl: String? {
        get { self[text: "tokenUrl"] }
        set { self[text: "tokenUrl"] = newValue }
    }

    /// Where tokens are renewed.
    public var refreshUrl: String? {
        get { self[text: "refreshUrl"] }
        set { self[text: "refreshUrl"] = newValue }
    }

    /// The scopes with what each allows, in order.
    public var scopes: [(name: String, description: String)] {
        (node["scopes"]?.mapping ?? Mapping()).entries.map { ($0.key, $0.value.string ?? "") }
    }
}
