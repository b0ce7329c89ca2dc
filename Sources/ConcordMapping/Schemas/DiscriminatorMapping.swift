import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the Discriminator Object of a struct, whose mapping lists types.
    mutating func node(_ discriminator: DiscriminatorDeclaration, scope: [String], at mark: SourceMark) -> Node {
        var mapping: [Mapping.Entry] = []
        for entry in discriminator.mapping.value ?? [] {
            switch entry.target {
            case .text(let text): mapping.append(.init(entry.name, .string(text)))
            case .type(let type):
                guard let pointer = pointer(to: type, in: scope) else {
                    error("unknown-type", "'\(entry.name)' in the discriminator is not a component", at: mark)
                    continue
                }
                mapping.append(.init(entry.name, .string(pointer)))
            }
        }
        return Self.node(discriminator, mapping)
    }

    /// Returns the Discriminator Object of a union, whose mapping consists of the wire names of its cases.
    mutating func node(_ discriminator: DiscriminatorDeclaration, of union: UnionDeclaration, scope: [String]) -> Node {
        if discriminator.mapping.value != nil { return node(discriminator, scope: scope, at: union.head.mark) }
        guard discriminator.mapping == .unstated else { return Self.node(discriminator, []) }
        let mapping = union.cases.compactMap { branch in
            branch.payload.flatMap { pointer(to: $0, in: scope) }.map { pointer in
                let target = discriminator.mapsToNames ? Self.bareName(ofComponentAt: pointer) : pointer
                return Mapping.Entry(branch.head.effectiveWireName, .string(target))
            }
        }
        return Self.node(discriminator, mapping)
    }

    /// Returns the name of a component, which a mapping can contain instead of a reference.
    private static func bareName(ofComponentAt pointer: String) -> String {
        String(pointer.dropFirst(Self.pointer("schemas", "").count)).replacing("~1", with: "/").replacing(
            "~0", with: "~")
    }

    private static func node(_ discriminator: DiscriminatorDeclaration, _ mapping: [Mapping.Entry]) -> Node {
        var builder = ObjectBuilder()
        builder.text("propertyName", discriminator.propertyName)
        if !mapping.isEmpty { builder["mapping"] = .mapping(Mapping(mapping)) }
        builder.text("defaultMapping", discriminator.defaultMapping)
        return builder.node
    }

    /// Returns the reference to the component for a type, or `nil` if the type isn't a component.
    mutating func pointer(to type: TypeExpression, in scope: [String]) -> String? {
        guard let path = type.path, let found = symbols.find(path, in: scope), found.isFileLevel,
            let name = Self.schemaName(found.declaration)
        else { return nil }
        let isRequest = direction == .request && differsInRequests(found)
        return Self.pointer("schemas", isRequest ? name + "Request" : name)
    }
}

extension Scaffolder {
    /// Takes a struct's discriminator, with its mapping as an array of types and strings.
    mutating func takeDiscriminator(_ rest: inout Unconsumed, into serializer: inout SerializerDeclaration) {
        guard let (discriminator, left) = discriminator(rest.node("discriminator")) else { return }
        rest.take("discriminator")
        if let left { rest.restore("discriminator", left) }
        serializer.discriminator = discriminator
    }

    /// Returns a discriminator, and the keys that a fragment must add to it.
    private mutating func discriminator(_ node: Node?) -> (DiscriminatorDeclaration, Node?)? {
        guard let mapping = node?.mapping else { return nil }
        var rest = Unconsumed(mapping)
        guard let propertyName = rest.takeText("propertyName") else { return nil }
        var discriminator = DiscriminatorDeclaration(propertyName)
        discriminator.defaultMapping = rest.takeText("defaultMapping")
        if let types = mappedTypes(rest.node("mapping")) {
            rest.take("mapping")
            discriminator.mapping = .stated(types)
        }
        return (discriminator, rest.isEmpty ? nil : .mapping(rest.mapping))
    }

    private mutating func mappedTypes(_ node: Node?) -> [DiscriminatorDeclaration.MappedType]? {
        guard let mapping = node?.mapping, !mapping.isEmpty else { return nil }
        let types = mapping.entries.compactMap { entry -> DiscriminatorDeclaration.MappedType? in
            guard let pointer = entry.value.string else { return nil }
            guard pointer == canonicalPointer(pointer), let name = componentNames.type(at: pointer) else {
                return .init(entry.key, .text(pointer))
            }
            return .init(entry.key, .type(.named(name)))
        }
        return types.count == mapping.count ? types : nil
    }

    /// Takes a union's discriminator. Its mapping becomes the cases' wire names if they reproduce it, and otherwise an
    /// array.
    mutating func takeDiscriminator(_ rest: inout Unconsumed, into union: inout UnionDeclaration) {
        guard let (stated, left) = discriminator(rest.node("discriminator")) else { return }
        rest.take("discriminator")
        if let left { rest.restore("discriminator", left) }
        var discriminator = stated
        defer { union.discriminator = discriminator }
        guard let types = discriminator.mapping.value else {
            discriminator.mapping = .silent
            return
        }
        let components = union.cases.indices.filter { index in
            union.cases[index].payload?.path.map { $0.count == 1 && componentNames.isSchema($0[0]) } ?? false
        }
        let payloads = components.map { union.cases[$0].payload }
        let named = types.map { entry -> TypeExpression? in
            guard case .text(let text) = entry.target else { return nil }
            return componentNames.type(.schemas, text).map { .named($0) }
        }
        let isNamed = payloads == named
        guard
            isNamed || payloads.map({ $0.map(DiscriminatorDeclaration.MappedType.Target.type) }) == types.map(\.target)
        else { return }
        discriminator.mapsToNames = isNamed
        for (index, entry) in zip(components, types) where union.cases[index].head.name != entry.name {
            union.cases[index].head.wireName = entry.name
        }
        discriminator.mapping = .unstated
    }
}
