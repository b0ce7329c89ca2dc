import ConcordPatterns
import ConcordYAML

/// Constructs a value for schemas that apply together.
struct SampleConstruction {
    /// A way to construct a value.
    struct Variant {
        var usesStatedValues: Bool
        var includesOptionalProperties: Bool
        /// The index of the selected alternative in `oneOf` and `anyOf`.
        var branch: Int

        /// The ways, in order of preference.
        static let all = [
            Variant(usesStatedValues: true, includesOptionalProperties: true, branch: 0),
            Variant(usesStatedValues: false, includesOptionalProperties: true, branch: 0),
            Variant(usesStatedValues: true, includesOptionalProperties: false, branch: 0),
            Variant(usesStatedValues: false, includesOptionalProperties: false, branch: 0),
            Variant(usesStatedValues: false, includesOptionalProperties: true, branch: 1),
            Variant(usesStatedValues: false, includesOptionalProperties: false, branch: 1),
            Variant(usesStatedValues: false, includesOptionalProperties: false, branch: 2),
        ]
    }

    private let resolver: ReferenceResolver
    private let direction: SampleDirection
    private let variant: Variant
    /// The number of nodes that can still be added to the value.
    private var budget = 80
    private static let deepest = 12
    private static let deepestOptional = 3

    init(_ resolver: ReferenceResolver, _ use: SampleValue.Use, _ variant: Variant) {
        self.resolver = resolver
        direction = SampleDirection(resolver, use)
        self.variant = variant
    }

    /// Returns a value that probably matches all schemas, or `nil` if they are nested infinitely.
    mutating func value(for schemas: [Schema], depth: Int = 0) -> Node? {
        budget -= 1
        guard depth < Self.deepest else { return nil }
        var sources = SampleSources(resolver, branch: variant.branch)
        for schema in schemas { sources.add(schema) }
        let parts = sources.parts
        if let listed = listedValue(parts) { return listed }
        if variant.usesStatedValues, let stated = stated(parts, isRoot: depth == 0) { return stated }
        switch sources.type {
        case .array?: return array(parts, depth)
        case .integer?: return SampleNumber(parts, isInteger: true).node
        case .number?: return SampleNumber(parts, isInteger: false).node
        case .boolean?: return .bool(true)
        case .string?: return SampleString(parts).node
        case .object?: return object(parts, sources, depth)
        case .null?: return .null
        case nil: return .string("any value")
        }
    }

    /// Returns the value of `const` or `enum`. A `const` that is not in `enum` belongs to a branch that the value
    /// doesn't match.
    private func listedValue(_ parts: [Schema]) -> Node? {
        let constant = parts.lazy.compactMap(\.const).first
        let lists = parts.compactMap(\.enum)
        guard let first = lists.first else { return constant }
        let shared = first.filter { value in lists.dropFirst().allSatisfy { $0.contains(value) } }
        if let constant, shared.contains(constant) { return constant }
        return shared.first { !$0.isNull } ?? shared.first
    }

    private func stated(_ parts: [Schema], isRoot: Bool) -> Node? {
        let values = parts.flatMap { $0.exampleValues + ($0.default.map { [$0] } ?? []) }
        return values.first { !isRoot && !$0.isNull && $0.isShort }
    }

    // MARK: Arrays

    private mutating func array(_ parts: [Schema], _ depth: Int) -> Node? {
        var items: [Node] = []
        for place in 0..<(parts.map(\.prefixItems.count).max() ?? 0) {
            let schemas = parts.compactMap { $0.prefixItems.indices.contains(place) ? $0.prefixItems[place] : nil }
            guard let item = value(for: schemas, depth: depth + 1) else { return nil }
            items.append(item)
        }
        for part in parts {
            guard let contained = part.contains else { continue }
            for _ in 0..<min(50, part.minContains ?? 1) {
                guard let item = value(for: [contained], depth: depth + 1) else { return nil }
                items.append(item)
            }
        }
        let schemas = parts.compactMap(\.items)
        let least = parts.compactMap(\.minItems).max() ?? 0
        let most = parts.compactMap(\.maxItems).min() ?? .max
        let wanted = min(most, max(least, items.isEmpty && budget > 0 ? 1 : 0), 100)
        while items.count < wanted {
            let item = value(for: schemas, depth: depth + 1)
            guard let item else { return least == 0 ? .sequence(items) : nil }
            items.append(item)
        }
        if parts.contains(where: { $0.uniqueItems == true }) { Self.makeUnique(&items, parts) }
        return .sequence(items)
    }

    /// Changes items that are equal to an earlier one, if they are strings, numbers or enumerated values.
    private static func makeUnique(_ items: inout [Node], _ parts: [Schema]) {
        var seen: Set<Node> = []
        let values = parts.lazy.compactMap { $0.items?.enum }.first
        for index in items.indices where !seen.insert(items[index]).inserted {
            let other: Node? =
                if let values { values.first { !seen.contains($0) } } else {
                    switch items[index].value {
                    case .string(let text): .string("\(text)\(index + 1)")
                    case .number(let text): Int(text).map { .number($0 + index) }
                    default: nil
                    }
                }
            guard let other else { continue }
            items[index] = other
            seen.insert(other)
        }
    }

    // MARK: Objects

    private mutating func object(_ parts: [Schema], _ sources: SampleSources, _ depth: Int) -> Node? {
        var required = parts.flatMap(\.required)
        var entries: [Mapping.Entry] = []
        var names: [String] = []
        for name in parts.flatMap(\.properties.names) + required where !names.contains(name) { names.append(name) }
        for part in parts {
            for dependency in part.dependentRequired where names.contains(dependency.property) {
                required += dependency.required
            }
        }
        for name in names + required where !entries.contains(where: { $0.key == name }) {
            let isRequired = required.contains(name)
            let schemas = Self.schemas(ofProperty: name, parts)
            guard isRequired || isWorthShowing(schemas, depth), !schemas.contains(where: direction.omits) else {
                continue
            }
            if let value = discriminator(name, sources, schemas) ?? value(for: schemas, depth: depth + 1) {
                entries.append(Mapping.Entry(name, value))
            } else if isRequired {
                return nil
            }
        }
        return fill(&entries, parts, depth) ? .mapping(Mapping(entries)) : nil
    }

    /// Returns the discriminator's value for the selected branch, unless the schemas of the property enumerate other
    /// values.
    private func discriminator(_ name: String, _ sources: SampleSources, _ schemas: [Schema]) -> Node? {
        guard let value = sources.discriminators[name] else { return nil }
        let listed = schemas.flatMap { ($0.enum ?? []) + ($0.const.map { [$0] } ?? []) }
        return listed.isEmpty || listed.contains(value) ? value : nil
    }

    private func isWorthShowing(_ schemas: [Schema], _ depth: Int) -> Bool {
        variant.includesOptionalProperties && depth < Self.deepestOptional && budget > 0
            && !schemas.contains { $0.deprecated == true || $0.always == false }
    }

    private static func schemas(ofProperty name: String, _ parts: [Schema]) -> [Schema] {
        let stated = parts.compactMap { $0.properties[name] }
        guard stated.isEmpty else { return stated }
        let patterned = parts.flatMap { part in
            part.patternProperties.filter { Pattern($0.name).matchesInBoundedTime(name) == true }.map(\.value)
        }
        return patterned.isEmpty ? parts.compactMap(\.additionalProperties) : patterned
    }

    /// Adds properties with other names until the object has enough, or one property if it would be empty.
    private mutating func fill(_ entries: inout [Mapping.Entry], _ parts: [Schema], _ depth: Int) -> Bool {
        let least = min(100, parts.compactMap(\.minProperties).max() ?? 0)
        let describesOthers = parts.contains { part in
            !part.patternProperties.isEmpty || part.additionalProperties.map { $0.always == nil } ?? false
        }
        let wanted = max(least, entries.isEmpty && describesOthers && budget > 0 && depth < Self.deepest - 1 ? 1 : 0)
        var number = 1
        while entries.count < wanted, number < 200 {
            let name = Self.otherName(parts, number)
            number += 1
            guard !entries.contains(where: { $0.key == name }) else { continue }
            guard let value = value(for: Self.schemas(ofProperty: name, parts), depth: depth + 1) else {
                return least == 0
            }
            entries.append(Mapping.Entry(name, value))
        }
        return true
    }

    private static func otherName(_ parts: [Schema], _ number: Int) -> String {
        let rules = parts.compactMap(\.propertyNames)
        if let value = rules.lazy.compactMap(\.enum).first, value.indices.contains(number - 1) {
            return value[number - 1].string ?? "key"
        }
        let patterns = parts.flatMap(\.patternProperties.names) + rules.compactMap(\.pattern)
        let sample = patterns.first.flatMap { Pattern($0).sample(ofLength: number == 1 ? 0 : number + 1) } ?? "key"
        return number == 1 || !patterns.isEmpty ? sample : "\(sample)\(number)"
    }
}

/// The schemas that apply to a value, including those in references, in `allOf`, and in one branch of `oneOf` and
/// `anyOf`.
struct SampleSources {
    private(set) var parts: [Schema] = []
    /// The values of discriminating properties.
    private(set) var discriminators: [String: Node] = [:]
    private let resolver: ReferenceResolver
    private let branch: Int
    private static let mostParts = 60

    init(_ resolver: ReferenceResolver, branch: Int) {
        self.resolver = resolver
        self.branch = branch
    }

    mutating func add(_ schema: Schema, component: String? = nil, depth: Int = 0) {
        guard depth < 16, parts.count < Self.mostParts else { return }
        if let reference = schema.reference {
            let target = resolver.resolved(schema)
            if target.reference == nil,
                target.node.position == .none || !parts.contains(where: { $0.node.position == target.node.position })
            {
                add(target, component: component ?? schema.componentName, depth: depth + 1)
            }
            // Keywords beside a reference take effect in 3.1. In 3.0, they are ignored.
            if schema.node.mapping?.count ?? 0 <= 1 || reference.isEmpty { return }
        }
        parts.append(schema)
        if let discriminator = schema.discriminator, let name = discriminator.propertyName, let component,
            schema.oneOf.isEmpty, schema.anyOf.isEmpty
        {
            discriminators[name] = discriminators[name] ?? Self.value(of: component, discriminator)
        }
        for part in schema.allOf { add(part, component: component, depth: depth + 1) }
        for branches in [schema.oneOf, schema.anyOf] {
            let usable = branches.filter { $0.types != [.null] }
            guard !usable.isEmpty else { continue }
            let chosen = usable[min(branch, usable.count - 1)]
            if let name = schema.discriminator?.propertyName, let target = chosen.componentName,
                let discriminator = schema.discriminator
            {
                discriminators[name] = Self.value(of: target, discriminator)
            }
            add(chosen, depth: depth + 1)
        }
    }

    private static func value(of component: String, _ discriminator: Discriminator) -> Node {
        let stated = discriminator.mapping.first { entry in
            entry.schema == component || Schema(["$ref": .string(entry.schema)]).componentName == component
        }
        return .string(stated?.value ?? component)
    }

    /// The type of the value, which all schemas allow.
    var type: Schema.ValueType? {
        let stated = parts.map(\.types).filter { !$0.isEmpty }
        if let first = stated.first {
            let shared = first.filter { type in
                stated.allSatisfy { $0.contains(type) || type == .integer && $0.contains(.number) }
                    || type == .number && stated.allSatisfy { $0.contains(.number) || $0.contains(.integer) }
            }
            let type = shared.first { $0 != .null } ?? shared.first
            return type == .number && stated.contains { !$0.contains(.number) } ? .integer : type
        }
        if parts.contains(where: {
            !$0.properties.isEmpty || !$0.required.isEmpty || $0.additionalProperties != nil
                || !$0.patternProperties.isEmpty || $0.minProperties != nil || $0.propertyNames != nil
                || !$0.dependentRequired.isEmpty
        }) {
            return .object
        }
        if parts.contains(where: {
            $0.items != nil || !$0.prefixItems.isEmpty || $0.minItems != nil || $0.contains != nil
        }) {
            return .array
        }
        if parts.contains(where: {
            $0.minimum != nil || $0.maximum != nil || $0.multipleOf != nil || $0.exclusiveMinimum != nil
                || $0.exclusiveMaximum != nil
        }) {
            return .number
        }
        return parts.contains { $0.pattern != nil || $0.minLength != nil || $0.maxLength != nil || $0.format != nil }
            ? .string : nil
    }
}
