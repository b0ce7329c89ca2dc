import ConcordYAML

/// An OpenAPI document (OAS 4.1), as a view of its tree, with the other files that it refers to.
///
/// Nothing in the document is lost, because every object is a view of its node. Writing the document writes the tree.
public struct Document: OpenAPIObject {
    /// The tree of the document's root file.
    public var node: Node
    /// The names of the files that positions refer to. The first is the root file.
    public var files: SourceFiles
    /// The other files that the document refers to, and the schemas with a URI.
    public internal(set) var links: DocumentLinks

    /// Creates a document without other files from a tree.
    public init(_ node: Node) {
        self.init(node, files: SourceFiles(["-"]))
    }

    /// Creates a document without other files from a tree.
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

    /// The minor version of the specification, or 3.2 for a later one.
    public var version: OpenAPIVersion {
        guard let text = versionText else { return .v3_2 }
        return OpenAPIVersion(text: text) ?? .v3_2
    }

    /// The version of the specification, as it appears in the document.
    public var versionText: String? {
        get { self[text: "openapi"] ?? self[text: "swagger"] }
        set { self[text: "openapi"] = newValue }
    }

    /// The document's own URI (since 3.2).
    public var selfURI: String? {
        get { self[text: "$self"] }
        set { self[text: "$self"] = newValue }
    }

    /// The title, the version, and the terms of the API.
    public var info: Info? {
        get { self[object: "info"] }
        set { self[object: "info"] = newValue }
    }

    /// The default dialect of schemas (since 3.1).
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

    /// The requests that the API sends, keyed by name (since 3.1).
    public var webhooks: ObjectMap<PathItem> {
        get { self[map: "webhooks"] }
        set { self[map: "webhooks"] = newValue }
    }

    /// The reusable objects.
    public var components: Components? {
        get { self[object: "components"] }
        set { self[object: "components"] = newValue }
    }

    /// The default security requirements of operations, one of which must be satisfied.
    public var security: [SecurityRequirement]? {
        get { self[optionalList: "security"] }
        set { self[optionalList: "security"] = newValue }
    }

    /// The tags of operations.
    public var tags: [Tag] {
        get { self[list: "tags"] }
        set { self[list: "tags"] = newValue }
    }

    /// The external documentation of the API.
    public var externalDocs: ExternalDocumentation? {
        get { self[object: "externalDocs"] }
        set { self[object: "externalDocs"] = newValue }
    }

    /// Returns whether two documents have equal trees.
    public static func == (left: Document, right: Document) -> Bool {
        left.node == right.node
    }

    /// Hashes the tree.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(node)
    }
}

/// A format for writing a document.
public enum DocumentFormat: String, Hashable, Sendable, CaseIterable {
    /// YAML.
    case yaml
    /// JSON.
    case json
}

extension Document {
    /// Returns the text of the document's root file.
    public func write(as format: DocumentFormat) -> String {
        switch format {
        case .yaml: node.yaml
        case .json: node.json
        }
    }
}
