import ConcordDeclarations
import ConcordDiagnostics
import ConcordNames
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the schema of a `@Serializer` struct.
    mutating func object(_ serializer: SerializerDeclaration, scope: [String]) -> Node {
        if let reference = serializer.keywords.text(.ref) {
            return self.reference(reference, SchemaUse(.named("JSON"), serializer.keywords))
        }
        return object(resolved: resolved(serializer, scope: scope), scope: scope)
    }

    /// Returns the schema of a serializer whose properties are all resolved.
    mutating func object(resolved serializer: SerializerDeclaration, scope: [String]) -> Node {
        let serializer = directed(serializer)
        var builder = ObjectBuilder()
        let isComposed = serializer.properties.contains { $0.role != .own && $0.role.isComposition }
        let own = ownPart(serializer, typed: isComposed ? !serializer.propertiesBeside : true, scope: scope)
        if serializer.properties.contains(where: { $0.role == .allOf }), !serializer.propertiesBeside {
            builder["allOf"] = .sequence(branches(serializer, own: own, scope: scope))
        } else {
            builder = own
            builder.list("allOf", serializer.properties.filter { $0.role == .allOf }.map { schema($0, in: scope) })
            if isComposed { builder["type"] = nil }
        }
        let isList = builder["allOf"] != nil
        addAlternatives(serializer, to: &builder, scope: scope)
        addOpenProperties(serializer, to: &builder, scope: scope)
        if let discriminator = serializer.discriminator {
            builder["discriminator"] = node(discriminator, scope: scope, at: serializer.head.mark)
        }
        let keywords =
            isComposed
            ? serializer.keywords.filter { !($0 == .type && serializer.keywords.isSilent(.type)) } : serializer.keywords
        apply(keywords, documentation: serializer.head.documentation, to: &builder)
        return finished(builder.node, serializer.keywords, serializer.head.fragments, isList: isList)
    }

    /// Returns `type`, `properties`, and `required` for the struct's own properties.
    private mutating func ownPart(_ serializer: SerializerDeclaration, typed: Bool, scope: [String]) -> ObjectBuilder {
        var builder = ObjectBuilder()
        var properties: [Mapping.Entry] = []
        var required: [Node] = []
        var names: Set<String> = []
        for property in serializer.properties where property.role == .own {
            let name = serializer.wireName(of: property)
            guard names.insert(name).inserted else {
                error(
                    "duplicate-property",
                    "two properties of '\(serializer.head.name)' have the wire name '\(name)'",
                    at: property.head.mark, help: "rename one: @Field(\"…\")")
                continue
            }
            properties.append(.init(name, schema(property, in: scope)))
            if isRequired(property) { required.append(.string(name)) }
        }
        required += serializer.additionalRequired.map(Node.string)
        if typed, !serializer.keywords.isSilent(.type) { builder.text("type", "object") }
        builder.list("required", required)
        // A struct without members states an object without properties.
        if !properties.isEmpty || serializer.isEmpty { builder["properties"] = .mapping(Mapping(properties)) }
        return builder
    }

    /// Returns the branches of `allOf` in order. The struct's own properties are one branch, in the position of the
    /// first of them.
    private mutating func branches(_ serializer: SerializerDeclaration, own: ObjectBuilder, scope: [String]) -> [Node] {
        var branches: [Node] = []
        var isOwnWritten = own["properties"] == nil && own["required"] == nil
        for property in serializer.properties {
            switch property.role {
            case .allOf: branches.append(schema(property, in: scope))
            case .own where !isOwnWritten:
                branches.append(own.ordered(.schema))
                isOwnWritten = true
            default: break
            }
        }
        if !isOwnWritten { branches.append(own.ordered(.schema)) }
        return branches
    }

    /// Adds the keywords of `@OneOf` and `@AnyOf` unions beside the properties.
    private mutating func addAlternatives(
        _ serializer: SerializerDeclaration, to builder: inout ObjectBuilder, scope: [String]
    ) {
        for property in serializer.properties where property.role == .oneOf || property.role == .anyOf {
            for entry in schema(property, in: scope).mapping?.entries ?? [] { builder[entry.key] = entry.value }
        }
    }

    private mutating func addOpenProperties(
        _ serializer: SerializerDeclaration, to builder: inout ObjectBuilder, scope: [String]
    ) {
        var patterns: [Mapping.Entry] = []
        for property in serializer.properties {
            switch property.role {
            case .additionalProperties: builder["additionalProperties"] = values(of: property, scope: scope)
            case .patternProperties(let pattern): patterns.append(.init(pattern, values(of: property, scope: scope)))
            default: break
            }
        }
        if !patterns.isEmpty { builder["patternProperties"] = .mapping(Mapping(patterns)) }
    }
}

extension Generator {
    /// Returns the schema of a dictionary's values.
    fileprivate mutating func values(of property: PropertyDeclaration, scope: [String]) -> Node {
        schema(property, in: scope)["additionalProperties"] ?? .mapping(Mapping())
    }
}

extension SerializerDeclaration {
    /// Whether the serializer declares neither properties nor required names.
    var isEmpty: Bool { properties.isEmpty && additionalRequired.isEmpty }
}

extension PropertyDeclaration.Role {
    /// Whether the property is a branch of a composition.
    var isComposition: Bool {
        switch self {
        case .allOf, .oneOf, .anyOf: true
        default: false
        }
    }
}

extension Scaffolder {
    /// Returns whether a schema is an object with its own properties, or with empty `properties`.
    static func isObject(_ mapping: Mapping) -> Bool {
        let hasPatterns = mapping["patternProperties"]?.mapping?.isEmpty == false
        guard let properties = mapping["properties"]?.mapping ?? (hasPatterns ? Mapping() : nil) else { return false }
        if properties.isEmpty, hasPatterns ? mapping["properties"] != nil : !isEmptyStruct(mapping) { return false }
        return mapping["type"] == nil || mapping["type"]?.string == "object"
    }

    /// Returns whether a schema only requires properties that it doesn't declare.
    static func isRequirement(_ mapping: Mapping) -> Bool {
        guard let names = mapping["required"]?.sequence?.compactMap(\.string), !names.isEmpty else { return false }
        return mapping.allSatisfy { $0.key == "required" } && Set(names).count == mapping["required"]?.sequence?.count
    }

    /// Returns whether a struct without members can express `properties: {}`, because it needs no other declarations.
    private static func isEmptyStruct(_ mapping: Mapping) -> Bool {
        let others = ["required", "patternProperties", "oneOf", "anyOf", "allOf"]
        guard others.allSatisfy({ mapping[$0] == nil }) else { return false }
        guard let open = mapping["additionalProperties"] else { return true }
        return open.bool != nil || open.mapping?.isEmpty == true
    }

    /// Returns the struct for an object with properties, and takes its keywords from `rest`, except those of a use.
    mutating func serializer(
        _ head: DeclarationHead, _ rest: inout Unconsumed, scope: [String], place: SchemaPlace = .value
    )
        -> SerializerDeclaration
    {
        var serializer = SerializerDeclaration(head)
        var nest = Nest(scope: scope + [head.name], isSchema: true)
        var names = memberNames(of: nest.scope, rest.node("properties"))
        if !rest.take("type", equalTo: "object") { serializer.keywords[.type] = .silent }
        let required = takeRequired(&rest)
        takeAlternatives(&rest, into: &serializer, &names, &nest)
        takeRequirements(&rest, into: &serializer)
        addProperties(
            rest.takeMapping("properties") ?? Mapping(), required: required, to: &serializer, &names, &nest,
            place: place)
        takeOpenProperties(&rest, into: &serializer, &names, &nest)
        takeDiscriminator(&rest, into: &serializer)
        takeTypeKeywords(&rest, into: &serializer)
        serializer.head.fragments = rest.fragments
        serializer.nested = nest.types
        givenNames?.note(names, of: .members(of: nest.scope))
        Self.abbreviate(&serializer)
        return serializer
    }

    /// Returns the names of a type's members, including these properties.
    func memberNames(of type: [String], _ properties: Node?) -> NameTable {
        NameTable(
            keeping: earlierNames[.members(of: type)],
            for: properties?.mapping?.entries.map { .property($0.key) } ?? [])
    }

    mutating func addProperties(
        _ properties: Mapping, required: [String], to serializer: inout SerializerDeclaration, _ names: inout NameTable,
        _ nest: inout Nest, place: SchemaPlace = .value
    ) {
        let requiredNames = Set(required)
        let known = Set(properties.keys)
        keepOwnNames(of: properties, names, &nest)
        for entry in properties.entries {
            let isRequired = requiredNames.contains(entry.key)
            serializer.properties.append(
                property(entry.key, entry.value, isRequired: isRequired, &names, &nest, place: place))
        }
        serializer.additionalRequired += required.filter { !known.contains($0) }
    }

    /// Reserves the names of properties for their own types if the types of array elements could otherwise get them.
    private func keepOwnNames(of properties: Mapping, _ names: NameTable, _ nest: inout Nest) {
        let hasElements = properties.entries.contains { entry in
            (entry.value["items"] ?? entry.value["additionalProperties"])?.mapping.map { $0["$ref"] == nil } ?? false
        }
        guard hasElements else { return }
        for entry in properties.entries where declaresType(entry.value) && !names.hasNumber(.wire(entry.key)) {
            nest.keep(NameHint(entry.key))
        }
    }

    /// Takes `required` if it is a valid array of names, and returns the names.
    func takeRequired(_ rest: inout Unconsumed) -> [String] {
        guard let names = requiredNames(rest.node("required")) else { return [] }
        rest.take("required")
        return names
    }

    /// Returns the names under `required` if it is a valid array.
    func requiredNames(_ node: Node?) -> [String]? {
        guard let nodes = node?.sequence, !nodes.isEmpty else { return nil }
        let names = nodes.compactMap(\.string)
        return names.count == nodes.count && Set(names).count == names.count ? names : nil
    }

    private mutating func takeOpenProperties(
        _ rest: inout Unconsumed, into serializer: inout SerializerDeclaration, _ names: inout NameTable,
        _ nest: inout Nest
    ) {
        if let patterns = rest.node("patternProperties")?.mapping, !patterns.isEmpty {
            rest.take("patternProperties")
            for entry in patterns.entries {
                let name = names.property("matching", for: .unnamed("matching " + entry.key))
                serializer.properties.append(openProperty(name, .patternProperties(entry.key), entry.value, &nest))
            }
        }
        guard let values = rest.node("additionalProperties") else { return }
        rest.take("additionalProperties")
        if let flag = values.bool {
            serializer.keywords[.additionalProperties] = .literal(.boolean(flag))
        } else if values.mapping?.isEmpty == true {
            serializer.keywords[.additionalProperties] = .schema(InnerSchema())
        } else {
            let name = names.property("additionalProperties", for: .unnamed("additionalProperties"))
            serializer.properties.append(openProperty(name, .additionalProperties, values, &nest))
        }
    }

    private mutating func openProperty(
        _ name: String, _ role: PropertyDeclaration.Role, _ node: Node, _ nest: inout Nest
    ) -> PropertyDeclaration {
        let value = use(of: node, NameHint("additionalProperty", at: "\(role)"), &nest)
        var property = PropertyDeclaration(
            DeclarationHead(name), role: role, type: .dictionary(key: .named("String"), value: value.type))
        if let inner = innerSchema(value) { property.keywords[.additionalProperties] = .schema(inner) }
        return property
    }

    /// Takes the keywords of the type itself. Its description becomes the comment.
    mutating func takeTypeKeywords(_ rest: inout Unconsumed, into serializer: inout SerializerDeclaration) {
        var use = SchemaUse(.named("JSON"), serializer.keywords)
        takeKeywords(&rest, into: &use)
        serializer.keywords = use.keywords
        serializer.head.documentation = use.documentation
    }

    /// Replaces the wire names with `.keys(.snakeCase)` if that style reproduces all of them.
    static func abbreviate(_ serializer: inout SerializerDeclaration) {
        guard let style = keyStyle(of: serializer.properties) else { return }
        serializer.keys = style
        for index in serializer.properties.indices { serializer.properties[index].head.wireName = nil }
    }

    private static func keyStyle(of properties: [PropertyDeclaration]) -> KeyStyle? {
        let own = properties.indices.filter { properties[$0].role == .own }
        guard own.contains(where: { properties[$0].head.wireName != nil }) else { return nil }
        return KeyStyle.allCases.first { style in
            own.allSatisfy { style.wireName(of: properties[$0].head.name) == properties[$0].head.effectiveWireName }
        }
    }
}
