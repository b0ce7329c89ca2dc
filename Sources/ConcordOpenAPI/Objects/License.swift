import ConcordYAML

/// The license of an API (OAS 4.5).
public struct License: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "the license",
        [
            .required("name", .text),
            Field("identifier", .text, versions: .since3_1),
            Field("url", .text),
        ])

    /// The license as OpenAPI 3.0 can state it: the URL of the SPDX expression replaces the expression, unless there is
    /// a URL.
    package var loweredTo3_0: License {
        guard var mapping = node.mapping, let index = mapping.index(of: "identifier") else { return self }
        if mapping["url"] == nil, let identifier = mapping.entries[index].value.string {
            mapping.entries[index].key = "url"
            mapping.entries[index].value.value = .string("https://spdx.org/licenses/\(identifier).html")
        } else {
            mapping["identifier"] = nil
        }
        return License(Node(.mapping(mapping), at: node.position))
    }

    /// The name of the license.
    public var name: String? {
        get { self[text: "name"] }
        set { self[text: "name"] = newValue }
    }

    /// The SPDX license expression (since 3.1).
    public var identifier: String? {
        get { self[text: "identifier"] }
        set { self[text: "identifier"] = newValue }
    }

    /// The URL of the license.
    public var url: String? {
        get { self[text: "url"] }
        set { self[text: "url"] = newValue }
    }
}
