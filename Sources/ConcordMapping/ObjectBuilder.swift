import ConcordYAML

/// Builds an object of the document key by key. Absent values are omitted.
struct ObjectBuilder {
    private(set) var mapping = Mapping()

    init() {}

    init(_ node: Node) {
        mapping = node.mapping ?? Mapping()
    }

    var isEmpty: Bool { mapping.isEmpty }

    var node: Node { .mapping(mapping) }

    /// The number of fields that most objects don't exceed.
    private static let usualCount = 4

    subscript(key: String) -> Node? {
        get { mapping[key] }
        set {
            if mapping.isEmpty { mapping.entries.reserveCapacity(Self.usualCount) }
            mapping[key] = newValue
        }
    }

    mutating func text(_ key: String, _ text: String?) {
        if let text { self[key] = .string(text) }
    }

    mutating func flag(_ key: String, _ flag: Bool?) {
        if let flag { self[key] = .bool(flag) }
    }

    mutating func object(_ key: String, _ object: ObjectBuilder) {
        if !object.isEmpty { self[key] = object.node }
    }

    mutating func list(_ key: String, _ elements: [Node]) {
        if !elements.isEmpty { self[key] = .sequence(elements) }
    }

    /// Returns the object with its keys in the specification's order. Unknown keys follow in their original order.
    func ordered(_ order: KeyOrder) -> Node {
        .mapping(order.sort(mapping))
    }
}

/// The order in which the specification lists an object's fields.
struct KeyOrder: Sendable {
    private let places: [String: Int]

    init(_ keys: String) {
        places = Dictionary(
            keys.split(separator: " ").enumerated().map { (String($0.element), $0.offset) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Returns an object with its keys in order, or any other node unchanged.
    func ordered(_ node: Node) -> Node {
        node.mapping.map { .mapping(sort($0)) } ?? node
    }

    func sort(_ mapping: Mapping) -> Mapping {
        if isSorted(mapping) { return mapping }
        let keyed = mapping.entries.enumerated().map {
            (place: places[$0.element.key] ?? .max, offset: $0.offset, entry: $0.element)
        }
        return Mapping(keyed.sorted { ($0.place, $0.offset) < ($1.place, $1.offset) }.map(\.entry))
    }

    private func isSorted(_ mapping: Mapping) -> Bool {
        guard mapping.count > 1 else { return true }
        var last = 0
        for index in mapping.entries.indices {
            let place = places[mapping.entries[index].key] ?? .max
            if place < last { return false }
            last = place
        }
        return true
    }

    static let schema = KeyOrder(
        """
        $schema $id $anchor $dynamicAnchor $ref $dynamicRef $vocabulary $comment $defs type format contentEncoding \
        contentMediaType contentSchema nullable title description multipleOf minimum exclusiveMinimum maximum exclusiveMaximum \
        minLength maxLength pattern minItems maxItems uniqueItems minProperties maxProperties enum const default \
        allOf oneOf anyOf not if then else required properties patternProperties additionalProperties propertyNames \
        unevaluatedProperties dependentRequired dependentSchemas items prefixItems contains minContains maxContains \
        unevaluatedItems discriminator readOnly writeOnly deprecated xml externalDocs example examples
        """)
    static let document = KeyOrder(
        "openapi $self info jsonSchemaDialect servers paths webhooks components security tags externalDocs")
    static let info = KeyOrder("title summary description termsOfService contact license version")
    static let pathItem = KeyOrder("$ref summary description servers parameters")
    static let operation = KeyOrder(
        "tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated security servers"
    )
    static let parameter = KeyOrder(
        "$ref name in description required deprecated allowEmptyValue style explode allowReserved schema content example examples"
    )
    static let requestBody = KeyOrder("$ref description content required")
    static let response = KeyOrder("$ref summary description headers content links")
    static let mediaType = KeyOrder("$ref schema itemSchema example examples encoding prefixEncoding itemEncoding")
    static let components = KeyOrder(
        "schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems mediaTypes"
    )
}
