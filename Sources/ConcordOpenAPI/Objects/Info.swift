import ConcordYAML

/// The title, the version, and the terms of an API (OAS 4.3).
public struct Info: SummarizedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "the info object",
        [
            .required("title", .text),
            Field("summary", .text, versions: .since3_1),
            Field("description", .text),
            Field("termsOfService", .text),
            Field("contact", .object(Contact.self)),
            Field("license", .object(License.self)),
            .required("version", .text),
        ])

    /// The name of the API.
    public var title: String? {
        get { self[text: "title"] }
        set { self[text: "title"] = newValue }
    }

    /// The URL of the terms of service.
    public var termsOfService: String? {
        get { self[text: "termsOfService"] }
        set { self[text: "termsOfService"] = newValue }
    }

    /// The contact for the API.
    public var contact: Contact? {
        get { self[object: "contact"] }
        set { self[object: "contact"] = newValue }
    }

    /// The license of the API.
    public var license: License? {
        get { self[object: "license"] }
        set { self[object: "license"] = newValue }
    }

    /// The version of the document, not of the specification.
    public var version: String? {
        get { self[text: "version"] }
        set { self[text: "version"] = newValue }
    }
}
