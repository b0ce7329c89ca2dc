import ConcordYAML

/// A set of kinds of values that a schema accepts.
struct ValueKinds: OptionSet {
    let rawValue: UInt8

    static let null = ValueKinds(rawValue: 1)
    static let boolean = ValueKinds(rawValue: 2)
    static let number = ValueKinds(rawValue: 4)
    static let string = ValueKinds(rawValue: 8)
    static let array = ValueKinds(rawValue: 16)
    static let object = ValueKinds(rawValue: 32)
    static let all = ValueKinds(rawValue: 63)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ type: Schema.ValueType) {
        switch type {
        case .null: self = .null
        case .boolean: self = .boolean
        case .integer, .number: self = .number
        case .string: self = .string
        case .array: self = .array
        case .object: self = .object
        }
    }

    init(of value: Node) {
        switch value.value {
        case .null: self = .null
        case .bool: self = .boolean
        case .number: self = .number
        case .string: self = .string
        case .sequence: self = .array
        case .mapping: self = .object
        }
    }
}

/// Determines the kinds of finite values that a schema accepts. It accepts none if each value must contain a further
/// value of the same schema.
///
/// The result is the least fixed point of the schemas' dependencies. A schema is visited once, unless it depends on one
/// that is being visited. Schemas that are unsatisfiable by themselves, such as `{not: {}}`, aren't considered.
struct FiniteValues {
    private let resolver: ReferenceResolver
    private let version: OpenAPIVersion
    private var known: [Position: ValueKinds] = [:]
    private var open: Set<Position> = []
    /// The schemas whose result depends on a schema that was being visited.
    private var uncertain: [Position: Node] = [:]
    /// Whether the current schema depends on one whose result isn't final.
    private var needsUncertain = false
    private static let deepest = 100
    /// The keywords that make a schema depend on another one.
    private static let deciding: Set<String> = [
        "$ref", "allOf", "anyOf", "oneOf", "required", "minItems", "contains", "minProperties",
    ]

    init(resolver: ReferenceResolver, version: OpenAPIVersion) {
        self.resolver = resolver
        self.version = version
    }

    /// Visits the schemas, and all that they depend on.
    mutating func look(at schemas: [Node]) {
        for schema in schemas { _ = kinds(of: schema, depth: 0) }
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for node in uncertain.values.sorted(by: { $0.position.isBefore($1.position) }) {
                let kinds = statedKinds(of: node, depth: 0)
                guard known[node.position] != kinds else { continue }
                known[node.position] = kinds
                hasChanged = true
            }
        }
    }

    /// Returns whether a visited schema accepts no finite value.
    func isEndless(_ schema: Node) -> Bool { known[schema.position]?.isEmpty == true }

    private mutating func kinds(of schema: Node, depth: Int) -> ValueKinds {
        let place = schema.position
        guard place != .none, depth < Self.deepest, let mapping = schema.mapping else { return .all }
        guard mapping.entries.contains(where: { Self.deciding.contains($0.key) }) else {
            return ApplicableSchemas.statedKinds(mapping)
        }
        if open.contains(place) || uncertain[place] != nil { needsUncertain = true }
        if let known = known[place] { return known }
        guard open.insert(place).inserted else { return [] }
        let neededUncertain = needsUncertain
        needsUncertain = false
        let kinds = statedKinds(of: schema, depth: depth)
        open.remove(place)
        known[place] = kinds
        if needsUncertain { uncertain[place] = schema }
        needsUncertain = needsUncertain || neededUncertain
        return kinds
    }

    private mutating func statedKinds(of schema: Node, depth: Int) -> ValueKinds {
        if let target = resolver.mereTarget(of: schema, version) { return kinds(of: target, depth: depth + 1) }
        let parts = ApplicableSchemas(of: schema, resolver, version)
        var kinds = parts.statedKinds
        for choice in parts.choices where choice.allSatisfy({ self.kinds(of: $0, depth: depth + 1).isEmpty }) {
            return []
        }
        if parts.listsValues { return kinds }
        for (kind, needs) in [(ValueKinds.object, parts.neededProperties), (.array, parts.neededItems(version))]
        where kinds.contains(kind) {
            if needs.contains(where: { self.kinds(of: $0.schema, depth: depth + 1).isEmpty }) { kinds.remove(kind) }
        }
        return kinds
    }
}

extension FiniteValues {
    /// A cycle from a schema without finite values to itself.
    struct Circle {
        /// The names of the nested parts that a value must have.
        var names: [String]
        /// The position of the first part.
        var start: Position
        /// The schemas of the cycle.
        var schemas: [Position]
    }

    /// Returns the shortest cycle of a schema that contains none of the others.
    func circle(from schema: Node, avoiding others: Set<Position>) -> Circle? {
        var pending = [(node: schema, circle: Circle(names: [], start: schema.position, schemas: [schema.position]))]
        var seen = others.union([schema.position])
        var next = 0
        while next < pending.count {
            let (node, circle) = pending[next]
            next += 1
            for (name, needed) in endlessNeeds(of: node) {
                var longer = circle
                if let name {
                    if longer.names.isEmpty { longer.start = needed.position }
                    longer.names.append(name)
                }
                let target = resolver.lastMereTarget(of: needed, version)
                if target.position == schema.position { return longer }
                guard seen.insert(target.position).inserted else { continue }
                longer.schemas.append(target.position)
                pending.append((target, longer))
            }
        }
        return nil
    }

    private func endlessNeeds(of schema: Node) -> [(name: String?, schema: Node)] {
        let parts = ApplicableSchemas(of: schema, resolver, version)
        let needs = (parts.neededProperties + parts.neededItems(version)).map {
            (name: String?($0.name), schema: $0.schema)
        }
        let branches = parts.choices.filter { $0.allSatisfy(isEndless) }.joined().map {
            (name: String?.none, schema: $0)
        }
        return (needs + branches).filter { isEndless($0.schema) }
    }
}

extension Position {
    fileprivate func isBefore(_ other: Position) -> Bool {
        (file, line, column) < (other.file, other.line, other.column)
    }
}

extension ReferenceResolver {
    /// Returns the target of a schema that is only a reference, or a composition of one schema, without constraints.
    func mereTarget(of schema: Node, _ version: OpenAPIVersion) -> Node? {
        guard let mapping = schema.mapping, version == .v3_0 || Self.hasOneRestriction(mapping) else { return nil }
        if let text = mapping["$ref"]?.string {
            guard case .success(let target) = target(of: text, in: schema) else { return nil }
            return target
        }
        let choice = ["allOf", "anyOf", "oneOf"].lazy.compactMap { mapping[$0]?.sequence }.first
        guard let branches = choice, branches.count == 1, Self.hasOneRestriction(mapping) else { return nil }
        return branches[0]
    }

    private static func hasOneRestriction(_ mapping: Mapping) -> Bool {
        var count = 0
        for entry in mapping.entries where !SchemaVocabulary.isAnnotation(entry.key) {
            count += 1
            if count > 1 { return false }
        }
        return count == 1
    }

    /// Returns the final target of such references.
    func lastMereTarget(of schema: Node, _ version: OpenAPIVersion) -> Node {
        var last = schema
        for _ in 0..<100 {
            guard let next = mereTarget(of: last, version) else { return last }
            last = next
        }
        return last
    }
}

/// A schema with everything that `allOf` and references add to it.
struct ApplicableSchemas {
    /// A required part of a value.
    struct Need {
        var name: String
        var schema: Node
    }

    private(set) var schemas: [Mapping] = []
    /// The branches of each `anyOf` and `oneOf`.
    private(set) var choices: [[Node]] = []
    private static let maximumParts = 200

    init(of schema: Node, _ resolver: ReferenceResolver, _ version: OpenAPIVersion) {
        var pending = [schema]
        var seen: Set<Position> = []
        while let next = pending.popLast(), schemas.count < Self.maximumParts {
            guard let mapping = next.mapping, next.position == .none || seen.insert(next.position).inserted else {
                continue
            }
            if let text = mapping["$ref"]?.string, case .success(let target) = resolver.target(of: text, in: next) {
                pending.append(target)
                if version == .v3_0 { continue }
            }
            schemas.append(mapping)
            pending += mapping["allOf"]?.sequence ?? []
            choices += ["anyOf", "oneOf"].compactMap { mapping[$0]?.sequence }.filter { !$0.isEmpty }
        }
    }

    /// The kinds that the types and values of all schemas allow. An unsatisfiable schema isn't a cycle.
    var statedKinds: ValueKinds {
        let kinds = schemas.reduce(ValueKinds.all) { $0.intersection(Self.statedKinds($1)) }
        return kinds.isEmpty ? .all : kinds
    }

    /// Whether the values are listed and therefore finite.
    var listsValues: Bool { schemas.contains { $0["enum"] != nil || $0["const"] != nil } }

    /// Returns the kinds that the type and the values of one schema allow.
    static func statedKinds(_ mapping: Mapping) -> ValueKinds {
        let types = Schema(.mapping(mapping)).types
        let kinds = types.isEmpty ? ValueKinds.all : types.reduce([]) { $0.union(ValueKinds($1)) }
        guard let values = mapping["enum"]?.sequence ?? mapping["const"].map({ [$0] }) else { return kinds }
        return kinds.intersection(values.reduce([]) { $0.union(ValueKinds(of: $1)) })
    }

    /// The required properties of an object, except those that only requests or only responses contain.
    var neededProperties: [Need] {
        let required = Set(schemas.flatMap { $0["required"]?.sequence?.compactMap(\.string) ?? [] })
        var needs: [Need] = []
        for mapping in schemas {
            let properties = mapping["properties"]?.mapping ?? Mapping()
            for property in properties where required.contains(property.key) {
                guard property.value["readOnly"]?.bool != true, property.value["writeOnly"]?.bool != true else {
                    continue
                }
                needs.append(Need(name: property.key, schema: property.value))
            }
            guard let others = mapping["additionalProperties"], others.bool == nil, mapping["patternProperties"] == nil
            else { continue }
            needs += required.subtracting(properties.keys).sorted().map { Need(name: $0, schema: others) }
            if let least = mapping["minProperties"]?.integer, least > 0, properties.isEmpty {
                needs.append(Need(name: "*", schema: others))
            }
        }
        return needs
    }

    /// Returns the required items of an array.
    func neededItems(_ version: OpenAPIVersion) -> [Need] {
        var needs: [Need] = []
        let least = schemas.compactMap { $0["minItems"]?.integer }.max() ?? 0
        for mapping in schemas {
            let first = version >= .v3_1 ? mapping["prefixItems"]?.sequence ?? [] : []
            needs += first.prefix(max(0, least)).map { Need(name: "[]", schema: $0) }
            if least > first.count, let items = mapping["items"] { needs.append(Need(name: "[]", schema: items)) }
            if version >= .v3_1, let contained = mapping["contains"], mapping["minContains"]?.integer ?? 1 > 0 {
                needs.append(Need(name: "[]", schema: contained))
            }
        }
        return needs
    }
}
