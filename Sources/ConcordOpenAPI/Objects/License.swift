import ConcordYAML

/// The licence of an API (OAS 4.5).
public struct License: OpenAPIObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
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

    /// The name of the licence.
    public var name: String? {
        get { self[text: "name"] }
        set { self[text: "name"] = newValue }
    }

    /// An SPDX expression (since 3.1).
    public var identifier: String? {
        get { self[text: "identifier"] }
        set { self[text: "identifier"] = newValue }
    }

    /// Where the licence can be read.
    public var url: String? {
        get { self[text: "url"] }
        set { self[text: "url"] = newValue }
    }
}
