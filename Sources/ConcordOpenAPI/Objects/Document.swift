import ConcordYAML

/// An OpenAPI document: the typed reading of a tree (OAS 4.1), with the other files that its references lead to.
///
/// Nothing that was read is lost, since every object is its node seen through accessors; writing the document is
/// writing the tree.
public struct Document: OpenAPIObject {
    /// The tree of the document's own file.
    public var node: Node
    /// The names of the files that positions refer to; the document's own is the first.
    public var files: SourceFiles
    /// The other files that references lead to, and the schemas that are known by a URI.
    public internal(set) var links: DocumentLinks

    /// The document that a tree holds, which refers to no other file.
    public init(_ node: Node) {
        self.init(node, files: SourceFiles(["-"]))
    }

    /// The document that a tree holds, which refers to no other file.
    public init(_ node: Node, files: SourceFiles) {
        self.node = node
        self.files = files
        links = DocumentLinks()
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "the document",
        [
            .required("openapi", .text),
            Field("$self", .text, versions: .since3_2),
            .required("info", .object(Info.self)),
            Field("jsonSchemaDialect", .text, versions: .since3_1),
            Field("servers", .list(.object(Server.self))),
            Field("paths", .object(Paths.self), requiredIn: .v3_0),
            Field("webhooks", .map(.object(PathItem.self)), versions: .since3_1),
            Field("components", .object(Components.self)),
            Field("security", .list(.object(SecurityRequirement.self))),
            Field("tags", .list(.object(Tag.self))),
            Field("externalDocs", .object(ExternalDocumentation.self)),
        ])

    /// The line of the specification that the document follows; 3.2 when it names a later one.
    public var version: OpenAPIVersion {
        guard let text = versionText else { return .v3_2 }
        return OpenAPIVersion(text: text) ?? .v3_2
    }

    /// The version of the specification, exactly as the document states it.
    public var versionText: String? {
        get { self[text: "openapi"] ?? self[text: "swagger"] }
        set { self[text: "openapi"] = newValue }
    }

    /// The document's own URI (since 3.2).
    public var selfURI: String? {
        get { self[text: "$self"] }
        set { self[text: "$self"] = newValue }
    }

    /// Title, version and terms of the API.
    public var info: Info? {
        get { self[object: "info"] }
        set { self[object: "info"] = newValue }
    }

    /// The dialect of schemas that name none (since 3.1).
    public var jsonSchemaDialect: String? {
        get { self[text: "jsonSchemaDialect"] }
        set { self[text: "jsonSchemaDialect"] = newValue }
    }

    /// The servers of the API.
    public var servers: [Server] {
        get { self[list: "servers"] }
        set { self[list: "servers"] = newValue }
    }

    /// The paths of the API.
    public var paths: Paths? {
        get { self[object: "paths"] }
        set { self[object: "paths"] = newValue }
    }

    /// The requests that the API sends on its own, by name (since 3.1).
    public var webhooks: ObjectMap<PathItem> {
        get { self[map: "webhooks"] }
        set { self[map: "webhooks"] = newValue }
    }

    /// The objects that others refer to by name.
    public var components: Components? {
        get { self[object: "components"] }
        set { self[object: "components"] = newValue }
    }

    /// The security requirements of operations that state none, one of which must be met.
    public var security: [SecurityRequirement]? {
        get { self[optionalList: "security"] }
        set { self[optionalList: "security"] = newValue }
    }

    /// The tags that operations give.
    public var tags: [Tag] {
        get { self[list: "tags"] }
        set { self[list: "tags"] = newValue }
    }

    /// Where more is written about the API.
    public var externalDocs: ExternalDocumentation? {
        get { self[object: "externalDocs"] }
        set { self[object: "externalDocs"] = newValue }
    }

    /// Whether two documents hold the same tree, wherever it was read.
    public static func == (left: Document, right: Document) -> Bool {
        left.node == right.node
    }

    /// Feeds the tree into the hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(node)
    }
}

/// A form in which a document can be written.
public enum DocumentFormat: String, Hashable, Sendable, CaseIterable {
    case yaml, json
}

extension Document {
    /// The text of the document's own file.
    public func write(as format: DocumentFormat) -> String {
        switch format {
        case .yaml: node.yaml
        case .json: node.json
        }
    }
}
