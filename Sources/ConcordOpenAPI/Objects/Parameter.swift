import ConcordYAML

/// A parameter of an operation (OAS 4.13).
public struct Parameter: SerializedValue, ExemplifiedObject {
    /// The node behind the object.
    public var node: Node

    /// Creates the object from a node.
    public init(_ node: Node) {
        self.node = node
    }

    /// The fields of the object.
    public static let fields = FieldTable(
        "a parameter",
        [
            .required("name", .text),
            .required("in", .text),
            Field("description", .text),
            Field("required", .flag),
            Field("deprecated", .flag),
            Field("allowEmptyValue", .flag),
            Field("style", .text),
            Field("explode", .flag),
            Field("allowReserved", .flag),
            Field("schema", .object(Schema.self)),
            Field("example", .any),
            Field("examples", .map(.reference(Example.self))),
            Field("content", .map(.reference(MediaType.self))),
        ])

    /// The name. Name and location identify the parameter.
    public var name: String? {
        get { self[text: "name"] }
        set { self[text: "name"] = newValue }
    }

    /// The location, as it appears in the document. See `location`.
    public var `in`: String? {
        get { self[text: "in"] }
        set { self[text: "in"] = newValue }
    }

    /// Whether the parameter can have an empty value.
    public var allowEmptyValue: Bool? {
        get { self[flag: "allowEmptyValue"] }
        set { self[flag: "allowEmptyValue"] = newValue }
    }

    /// Whether reserved characters aren't percent-encoded.
    public var allowReserved: Bool? {
        get { self[flag: "allowReserved"] }
        set { self[flag: "allowReserved"] = newValue }
    }

    /// The location of a parameter in a request.
    public enum Location: String, Hashable, Sendable, CaseIterable {
        /// A parameter of the query string.
        case query
        /// A header field.
        case header
        /// A part of the path.
        case path
        /// A cookie.
        case cookie
        /// The whole query string (since 3.2).
        case querystring
    }

    /// The location, or `nil` if it is missing or unknown.
    public var location: Location? { `in`.flatMap(Location.init) }
}
