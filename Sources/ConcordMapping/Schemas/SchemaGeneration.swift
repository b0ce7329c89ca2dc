import ConcordDeclarations
import ConcordDiagnostics
import ConcordNames
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the schema of a type in a use.
    mutating func schema(_ use: SchemaUse, in scope: [String], at mark: SourceMark = SourceMark()) -> Node {
        let result = merged(unmerged(use, in: scope, at: mark), use.fragments)
        return KeyOrder.schema.ordered(result)
    }

    private mutating func unmerged(_ use: SchemaUse, in scope: [String], at mark: SourceMark) -> Node {
        if !use.type.isNullable {
            if let branches = use.keywords.schemas(.allOf) { return branched(use, branches, in: scope, at: mark) }
            if use.keywords[.null] != nil { return nullable(use.type, use, in: scope, at: mark) }
        }
        if let reference = use.keywords.text(.ref) { return self.reference(reference, use) }
        switch use.type {
        case .optional(let wrapped):
            report(.optionalElement, at: mark)
            var inner = use
            inner.type = wrapped
            return unmerged(inner, in: scope, at: mark)
        case .named("Nullable", let arguments) where arguments.count == 1:
            return nullable(arguments[0], use, in: scope, at: mark)
        case .array(let element): return array(of: element, use, in: scope, at: mark)
        case .named("Set", let arguments) where arguments.count == 1:
            return array(of: arguments[0], isUnique: true, use, in: scope, at: mark)
        case .dictionary(let key, let value):
            if key != .named("String") { report(.mapKey, at: mark) }
            return map(of: value, use, in: scope, at: mark)
        default:
            if let type = use.type.patchedType { return patched(type, use, in: scope, at: mark) }
            if let generic = GenericUse(use.type) { return self.generic(generic, use, in: scope, at: mark) }
            return named(use, in: scope, at: mark)
        }
    }

    private mutating func named(_ use: SchemaUse, in scope: [String], at mark: SourceMark) -> Node {
        if case .named(let name, arguments: []) = use.type, !symbols.isDeclared(name),
            let scalar = ScalarType.named(name)
        {
            return node(scalar, use)
        }
        guard let path = use.type.path else {
            report(UnwritableType(use.type), at: mark)
            return .mapping(Mapping())
        }
        if let found = symbols.find(path, in: scope) { return declared(found, use, at: mark) }
        if let keyed = symbols.keyedModel(use.type, in: scope) { return key(of: keyed, use, at: mark) }
        if path == ["Never"] { return .bool(false) }
        if use.type.isStreamedBody || use.type.isFileResponse, let bytes = ScalarType.named("Bytes") {
            return node(bytes, use)
        }
        // The name may be declared in a scope that isn't visible here.
        if path.count == 1, let scalar = ScalarType.named(path[0]) { return node(scalar, use) }
        let name = path.joined(separator: ".")
        let nearest = (symbols.schemaNames + ScalarType.names.sorted()).nearest(to: name)
        error(
            "unknown-type", "'\(name)' is not a type with a schema", at: mark,
            help: nearest.map { "did you mean '\($0)'?" } ?? "declare it, or attach @Serializer to its declaration")
        return .mapping(Mapping())
    }

    private mutating func node(_ scalar: ScalarType, _ use: SchemaUse) -> Node {
        var builder = builder(scalar)
        apply(use.keywords, documentation: use.documentation, to: &builder)
        if scalar.isDecimal { builder.stateBoundsOfDecimal() }
        return builder.node
    }

    private mutating func report(_ problem: UnwritableType, at mark: SourceMark) {
        error(problem.code, problem.message, at: mark, help: problem.help)
    }

    private mutating func declared(_ found: Symbols.Found, _ use: SchemaUse, at mark: SourceMark) -> Node {
        if case .alias(let alias) = found.declaration, !alias.isComponent {
            var followed = use
            followed.type = alias.type
            return schema(followed, in: Array(found.path.dropLast()), at: mark)
        }
        if found.isFileLevel, use.isBare, direction != .request, let known = cache.references[found.path[0]] {
            return known
        }
        if found.isFileLevel, let name = Self.schemaName(found.declaration) {
            if let request = requestForm(of: found, name, use, at: mark) { return request }
            output.usedComponents.insert(found.path[0])
            let node = reference(Self.pointer("schemas", name), use)
            if use.isBare { cache.references[found.path[0]] = node }
            return node
        }
        let name = found.path.map { $0.prefix { $0 != "<" } }.joined(separator: ".")
        let node = inlined(found.path.joined(separator: "."), name, at: mark) { generator in
            if let node = generator.declaredSchema(found.declaration, scope: found.path) { return node }
            generator.error(
                "not-a-schema", "'\(name)' has no schema", at: mark, help: "attach @Serializer to it")
            return .mapping(Mapping())
        }
        guard let mapping = node.mapping else { return node }
        if let form = use.keywords.referenceForm { return placed(node, use, form) }
        var builder = ObjectBuilder(.mapping(mapping))
        apply(use.keywords, documentation: use.documentation, to: &builder)
        return builder.node
    }

    /// Returns the inline schema of a type that has no name in the document. `key` identifies the type.
    mutating func inlined(
        _ key: String, _ name: String, at mark: SourceMark, make: (inout Generator) -> Node
    ) -> Node {
        guard !inlining.contains(key) else {
            error(
                "recursive-inline-type", "'\(name)' contains itself, so it must be a named component", at: mark,
                help: "declare it at file level")
            return .mapping(Mapping())
        }
        inlining.append(key)
        defer { inlining.removeLast() }
        return make(&self)
    }

    /// Returns the schema of a declaration in any scope, or `nil` if it isn't a schema.
    mutating func declaredSchema(_ declaration: TypeDeclaration, scope: [String]) -> Node? {
        switch declaration {
        case .serializer(let serializer): object(serializer, scope: scope)
        case .union(let union): node(union, scope: scope)
        case .enumeration(let enumeration): node(enumeration)
        case .wrapper(let wrapper):
            schema(
                SchemaUse(
                    wrapper.type, wrapper.keywords, documentation: wrapper.head.documentation,
                    fragments: wrapper.head.fragments), in: scope, at: wrapper.head.mark)
        case .alias(let alias):
            schema(
                SchemaUse(
                    alias.type, alias.keywords, documentation: alias.head.documentation, fragments: alias.head.fragments
                ),
                in: Array(scope.dropLast()), at: alias.head.mark)
        default: nil
        }
    }

    /// Returns the name of a declaration under `components.schemas`, or `nil` if it isn't a schema.
    static func schemaName(_ declaration: TypeDeclaration) -> String? {
        switch declaration {
        case .serializer, .union, .enumeration, .wrapper, .alias: componentName(declaration.head)
        default: nil
        }
    }

    /// Returns the wire name of a component. The suffix `Serializer` of a Swift name isn't part of it.
    static func componentName(_ head: DeclarationHead) -> String {
        head.wireName ?? DerivedName.component(ofType: head.name)
    }

    /// Returns the reference to a component.
    static func pointer(_ section: String, _ name: String) -> String {
        let needsEscapes = name.utf8.contains { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }
        let token = needsEscapes ? name.replacing("~", with: "~0").replacing("/", with: "~1") : name
        return "#/components/\(section)/\(token)"
    }
}
