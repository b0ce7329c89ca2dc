import ConcordYAML

/// An object of the OpenAPI Specification, read through its node: nothing that the node holds is lost, whether an
/// accessor knows it or not, and a value of the wrong kind is simply not seen by the accessor it is wrong for.
public protocol OpenAPIObject: Hashable, Sendable {
    /// The node behind the object, with extensions and unknown keys.
    var node: Node { get set }
    /// The object that a node holds.
    init(_ node: Node)
    /// The object's fields.
    static var fields: FieldTable { get }
}

extension OpenAPIObject {
    /// An object without fields.
    public init() {
        self.init(Node(.mapping(Mapping())))
    }

    /// The text of `$ref`, when the object is given by a reference (and for schemas and path items, beside siblings).
    public var reference: String? { node["$ref"]?.string }

    /// The extensions (`x-…`) and their values, in order.
    public var extensions: Mapping {
        Mapping((node.mapping ?? Mapping()).entries.filter { $0.key.hasPrefix("x-") })
    }

    /// The same object with its keys in the specification's order.
    public var ordered: Self {
        guard let mapping = node.mapping else { return self }
        return Self(Node(.mapping(Self.fields.ordered(mapping)), at: node.position))
    }
}

/// Named objects in the order of the document: the components of one kind, a schema's properties, an operation's
/// callbacks.
public struct ObjectMap<Value: OpenAPIObject>: Hashable, Sendable, RandomAccessCollection {
    /// A name, its place and the object that has it.
    public struct Element: Hashable, Sendable {
        /// The name.
        public var name: String
        /// Where the name stands.
        public var position: Position
        /// The object.
        public var value: Value
    }

    /// The mapping behind the objects.
    public var mapping: Mapping

    /// The objects that a mapping holds.
    public init(_ mapping: Mapping = Mapping()) {
        self.mapping = mapping
    }

    /// These objects by name.
    public init(_ objects: some Sequence<(String, Value)>) {
        mapping = Mapping(objects.map { ($0, $1.node) })
    }

    /// The names in order.
    public var names: [String] { mapping.keys }

    /// The object of a name; nil removes it. Takes time in proportion to the number of names.
    public subscript(name: String) -> Value? {
        get { mapping[name].map(Value.init) }
        set { mapping[name] = newValue?.node }
    }

    /// The place of the first element.
    public var startIndex: Int { 0 }
    /// The number of elements.
    public var endIndex: Int { mapping.entries.count }
    /// The element at a place.
    public subscript(index: Int) -> Element {
        let entry = mapping.entries[index]
        return Element(name: entry.key, position: entry.keyPosition, value: Value(entry.value))
    }
}

// MARK: What typed accessors are written with

extension OpenAPIObject {
    /// A number where text belongs (`version: 1.0`) is read as its text.
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

    /// A list that means something other when empty than when absent.
    subscript<Value: OpenAPIObject>(optionalList key: String) -> [Value]? {
        get { node[key]?.sequence?.map(Value.init) }
        set { node[key] = newValue.map { .sequence($0.map(\.node)) } }
    }

    subscript<Value: OpenAPIObject>(map key: String) -> ObjectMap<Value> {
        get { ObjectMap(node[key]?.mapping ?? Mapping()) }
        set { node[key] = newValue.isEmpty ? nil : .mapping(newValue.mapping) }
    }
}
