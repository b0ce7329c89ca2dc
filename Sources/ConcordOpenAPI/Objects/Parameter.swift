import ConcordYAML

/// A parameter of an operation (OAS 4.13).
public struct Parameter: SerializedValue, ExemplifiedObject {
    /// The node behind the object.
    public var node: Node

    /// The object that a node holds.
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

    /// The name; the key of a parameter is its name and location.
    public var name: String? {
        get { self[text: "name"] }
        set { self[text: "name"] = newValue }
    }

    /// Where it stands in the request, as the document has it; see `location`.
    public var `in`: String? {
        get { self[text: "in"] }
        set { self[text: "in"] = newValue }
    }

    /// Whether it may be sent without a value.
    public var allowEmptyValue: Bool? {
        get { self[flag: "allowEmptyValue"] }
        set { self[flag: "allowEmptyValue"] = newValue }
    }

    /// Whether reserved characters are sent as they are.
    public var allowReserved: Bool? {
        get { self[flag: "allowReserved"] }
        set { self[flag: "allowReserved"] = newValue }
    }

    /// Where a parameter stands in the request.
    public enum Location: String, Hashable, Sendable, CaseIterable {
        case query, header, path, cookie
        /// The query as a whole (since 3.2).
        case querystring
    }

    /// Where the parameter stands; nil when the document names no known place.
    public var location: Location? { `in`.flatMap(Location.init) }
}
