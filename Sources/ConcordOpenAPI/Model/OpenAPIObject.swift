import ConcordYAML

/// An object of the OpenAPI Specification, as a view of its node. The node preserves everything, whether or not an
/// accessor exists for it. An accessor ignores a value of the wrong kind.
public protocol OpenAPIObject: Hashable, Sendable {
    /// The node, including extensions and unknown keys.
    var node: Node { get set }
    /// Creates the object from a node.
    init(_ node: Node)
    /// The object's fields.
    static var fields: FieldTable { get }
}

extension OpenAPIObject {
    /// Creates an object without fields.
    public init() {
        self.init(Node(.mapping(Mapping())))
    }

    /// The value of `$ref`, if the object is a reference. Schemas and path items can have siblings.
    public var reference: String? { node["$ref"]?.string }

    /// The extensions (`x-…`) and their values, in order.
    public var extensions: Mapping {
        Mapping((node.mapping ?? Mapping()).entries.filter { $0.key.hasPrefix("x-") })
    }

    /// The object with its keys in the specification's order.
    public var ordered: Self {
        guard let mapping = node.mapping else { return self }
        return Self(Node(.mapping(Self.fields.ordered(mapping)), at: node.position))
    }
}

/// Named objects in the order of the document, such as the components of one kind, the properties of a schema, or the
/// callbacks of an operation.
public struct ObjectMap<Value: OpenAPIObject>: Hashable, Sendable, RandomAccessCollection {
    /// A named object, with the position of its name.
    public struct Element: Hashable, Sendable {
        /// The name.
        public var name: String
        /// The position of the name.
        public var position: Position
        /// The object.
        public var value: Value
    }

    /// The underlying mapping.
    public var mapping: Mapping

    /// Creates a map from a mapping.
    public init(_ mapping: Mapping = Mapping()) {
        self.mapping = mapping
    }

    /// Creates a map from names and objects.
    public init(_ objects: some Sequence<(String, Value)>) {
        mapping = Mapping(objects.map { ($0, $1.node) })
    }

    /// The names in order.
    public var names: [String] { mapping.keys }

    /// The object with a name. Setting `nil` removes it. The time is proportional to the number of names.
    public subscript(name: String) -> Value? {
        get { mapping[name].map(Value.init) }
        set { mapping[name] = newValue?.node }
    }

    /// The index of the first element.
    public var startIndex: Int { 0 }
    /// The number of elements.
    public var endIndex: Int { mapping.entries.count }
    /// The element at an index.
    public subscript(index: Int) -> Element {
        let entry = mapping.entries[index]
        return Element(name: entry.key, position: entry.keyPosition, value: Value(entry.value))
    }
}

// MARK: Building blocks of typed accessors

extension OpenAPIObject {
    /// A string, or the text of a number where a string is expected (`version: 1.0`).
    subscript(text key: String) -> String? {
        get {
            let node = node[key]
            return node?.string ?? node?.number
        }
        set { node[key] = newValue.map { .string($0) } }
    }

    subscript(flag key: String) -> Bool? {
        get { node[key]?.bool }
        set { node[key] = newValue.map { .bool($0) } }
    }

    subscript(integer key: String) -> Int? {
        get { node[key]?.integer }
        set { node[key] = newValue.map { .number($0) } }
    }

    subscript(number key: String) -> String? {
        get { node[key]?.number }
        set { node[key] = newValue.map { .number($0) } }
    }

    subscript(texts key: String) -> [String] {
        get { node[key]?.sequence?.compactMap { $0.string ?? $0.number } ?? [] }
        set { node[key] = newValue.isEmpty ? nil : .sequence(newValue.map { .string($0) }) }
    }

    subscript(nodes key: String) -> [Node]? {
        get { node[key]?.sequence }
        set { node[key] = newValue.map { .sequence($0) } }
    }

    subscript<Value: OpenAPIObject>(object key: String) -> Value? {
        get { node[key].map(Value.init) }
        set { node[key] = newValue?.node }
    }

    subscript<Value: OpenAPIObject>(list key: String) -> [Value] {
        get { node[key]?.sequence?.map(Value.init) ?? [] }
        set { node[key] = newValue.isEmpty ? nil : .sequence(newValue.map(\.node)) }
    }

    /// An array that has a different meaning if it is absent than if it is empty.
    subscript<Value: OpenAPIObject>(optionalList key: String) -> [Value]? {
        get { node[key]?.sequence?.map(Value.init) }
        set { node[key] = newValue.map { .sequence($0.map(\.node)) } }
    }

    subscript<Value: OpenAPIObject>(map key: String) -> ObjectMap<Value> {
        get { ObjectMap(node[key]?.mapping ?? Mapping()) }
        set { node[key] = newValue.isEmpty ? nil : .mapping(newValue.mapping) }
    }
}
