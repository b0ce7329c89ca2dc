import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Creates the Components Object. Listed types come first, in their order. The others follow, sorted by wire name.
    mutating func components(_ program: Program, listed: [APIDeclaration.TypeUse]) -> ObjectBuilder {
        var declarations = program.declarations.filter { $0.section != nil && !$0.isGeneric }
        declarations += output.usedAuthentications.compactMap(SecuritySchemeDeclaration.ready).map(
            TypeDeclaration.securityScheme)
        declarations += (program.imported + ReadyComponents.declarations(beside: program)).filter {
            $0.section != nil && output.usedComponents.contains($0.head.name)
        }
        reportUnknown(listed, beside: declarations)
        let places = Dictionary(
            listed.enumerated().compactMap { item in item.element.type.path?.last.map { ($0, item.offset) } },
            uniquingKeysWith: { first, _ in first })
        declarations = declarations.inOrder(of: places)
        declarations = withoutDuplicates(declarations)
        // Whether a bare enum is used is known only after everything else is written.
        var nodes = declarations.map { $0.isBareEnum ? nil : directedComponent($0) }
        for index in nodes.indices where nodes[index] == nil && isWritten(declarations[index]) {
            nodes[index] = directedComponent(declarations[index])
        }
        var sections: [String: [Mapping.Entry]] = [:]
        for (declaration, node) in zip(declarations, nodes) {
            guard let section = declaration.section, let node, isWritten(declaration) else { continue }
            sections[section, default: []].append(.init(declaration.componentWireName, node))
        }
        let derived = derivedSchemas(beside: declarations)
        if !derived.isEmpty {
            let listed = declarations.filter { $0.section == "schemas" && places[$0.head.name] != nil }.count
            sections["schemas"] = Self.merging(derived, into: sections["schemas"] ?? [], after: listed)
        }
        var builder = ObjectBuilder()
        for (section, entries) in sections { builder[section] = .mapping(Mapping(entries)) }
        return ObjectBuilder(builder.ordered(.components))
    }

    /// Reports the listed types that are not components.
    private mutating func reportUnknown(_ listed: [APIDeclaration.TypeUse], beside declarations: [TypeDeclaration]) {
        let names = Set(declarations.map(\.head.name))
        for use in listed where !(use.type.path?.last.map(names.contains) ?? false) {
            let name = use.type.path?.joined(separator: ".") ?? ""
            error(
                "unknown-component", "'\(name)' is not a component of this API", at: use.mark,
                help: names.sorted().nearest(to: name).map { "did you mean '\($0)'?" })
        }
    }

    /// Merges derived entries into the entries after the first `listed` ones, which keep their order, and sorts them by
    /// name.
    private static func merging(
        _ derived: [Mapping.Entry], into entries: [Mapping.Entry], after listed: Int
    ) -> [Mapping.Entry] {
        let precedes = { (left: Mapping.Entry, right: Mapping.Entry) in
            left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
        }
        let ordered = entries.prefix(listed)
        return ordered + (entries.dropFirst(listed) + derived).sorted(by: precedes)
    }

    /// Returns a component as responses use it. Parameters and request bodies, which only requests use, are the
    /// exception.
    private mutating func directedComponent(_ declaration: TypeDeclaration) -> Node {
        switch declaration {
        case .parameter, .requestBody: going(.request) { $0.component(declaration) }
        default: going(.response) { $0.component(declaration) }
        }
    }

    private mutating func withoutDuplicates(_ declarations: [TypeDeclaration]) -> [TypeDeclaration] {
        var owners: [String: TypeDeclaration] = [:]
        return declarations.filter { declaration in
            guard let section = declaration.section else { return false }
            if case .alias(let alias) = declaration, !alias.isComponent { return false }
            let name = declaration.componentWireName
            guard let earlier = owners[section + "/" + name] else {
                owners[section + "/" + name] = declaration
                return true
            }
            reportDuplicate(name, declaration, earlier)
            return false
        }
    }

    private mutating func reportDuplicate(_ name: String, _ declaration: TypeDeclaration, _ earlier: TypeDeclaration) {
        var diagnostic = Diagnostic(
            .error, "duplicate-component", "two components have the name '\(name)'", at: declaration.head.mark.position,
            help: "rename one of them with the first argument of its attribute")
        if let position = earlier.head.mark.position {
            diagnostic.related = [.init("the other declaration is here", at: position)]
        }
        diagnostics.append(diagnostic)
    }

    /// Returns whether a declaration becomes a component.
    ///
    /// A bare enum does only if something uses it. A serializer without properties in responses does only if something
    /// uses it.
    private mutating func isWritten(_ declaration: TypeDeclaration) -> Bool {
        switch declaration {
        case .serializer(let serializer):
            output.usedComponents.contains(serializer.head.name)
                || !isEmpty(.named(serializer.head.name), going: .response)
        case .enumeration(let enumeration):
            enumeration.hasAttribute || output.usedComponents.contains(enumeration.head.name)
        default: true
        }
    }

    private mutating func component(_ declaration: TypeDeclaration) -> Node {
        let scope = [declaration.head.name]
        switch declaration {
        case .parameter(let parameter): return self.parameter(parameter, scope: scope)
        case .requestBody(let body): return requestBody(body, scope: scope)
        case .response(let response): return self.response(response, scope: scope)
        case .responseHeader(let header): return self.header(header, scope: scope)
        case .securityScheme(let scheme): return securityScheme(scheme)
        case .constant(let constant): return node(constant.object)
        default: return declaredSchema(declaration, scope: scope) ?? .mapping(Mapping())
        }
    }

    private mutating func parameter(_ declaration: ParameterDeclaration, scope: [String]) -> Node {
        var input = declaration.input
        input.head.documentation = declaration.head.documentation ?? input.head.documentation
        let node = parameter(input, named: input.head.effectiveWireName, in: scope)
        return merged(node, declaration.head.fragments)
    }
}

extension [TypeDeclaration] {
    /// The listed declarations in their order, then the others by wire name.
    fileprivate func inOrder(of places: [String: Int]) -> [TypeDeclaration] {
        let keys = map { (place: places[$0.head.name] ?? .max, wireName: $0.componentWireName) }
        let order = indices.sorted { left, right in
            let (a, b) = (keys[left], keys[right])
            return a.place != b.place ? a.place < b.place : a.wireName.utf8.lexicographicallyPrecedes(b.wireName.utf8)
        }
        return order.map { self[$0] }
    }
}

extension TypeDeclaration {
    /// The section of `components` that a declaration at file level belongs to.
    var section: String? {
        switch self {
        case .serializer, .union, .enumeration, .wrapper, .alias: "schemas"
        case .parameter: "parameters"
        case .requestBody: "requestBodies"
        case .response: "responses"
        case .responseHeader: "headers"
        case .securityScheme: "securitySchemes"
        case .constant(let constant): constant.object.shape == .example ? "examples" : "links"
        case .responses, .group, .model, .participant, .view, .include, .api: nil
        }
    }

    /// Whether the declaration is a component only after its generic parameters are replaced with types.
    var isGeneric: Bool {
        if case .serializer(let serializer) = self { !serializer.genericParameters.isEmpty } else { false }
    }

    var isBareEnum: Bool {
        if case .enumeration(let enumeration) = self { !enumeration.hasAttribute } else { false }
    }

    var componentWireName: String {
        section == "schemas" ? Generator.componentName(head) : head.componentWireName
    }
}

extension Scaffolder {
    /// Gives every component its Swift name. Must run before anything refers to a component.
    mutating func nameComponents(_ components: Mapping) {
        nameConstants(components)
        for section in ComponentNames.Section.allCases where section != .examples && section != .links {
            let entries = declarableEntries(of: components, section)
            let types = names(entries.map { TypeNames.Wish($0.key, suffix: section.suffix) })
            for (entry, type) in zip(entries, types) {
                componentNames.add(section, entry.key, type: type)
                if section == .parameters, let name = entry.value["name"]?.string {
                    componentNames.addParameter(name, ofType: type)
                }
            }
        }
    }

    private mutating func nameConstants(_ components: Mapping) {
        let place = GivenNames.Place.members(of: [])
        let constants = [(ComponentNames.Section.examples, "example"), (.links, "link")].flatMap { section, word in
            declarableEntries(of: components, section).map { entry in
                (
                    section, entry.key,
                    wish: NameTable.Wish.constant(entry.key, word, for: .wire(section.pointer + entry.key))
                )
            }
        }
        var names = NameTable(keeping: earlierNames[place], for: constants.map(\.wish))
        for (section, wireName, wish) in constants {
            componentNames.add(section, wireName, type: names.name(wish, for: wish.key))
        }
        givenNames?.note(names, of: place)
    }

    /// Returns the Swift names for types of one kind at file level.
    mutating func names(_ wishes: [TypeNames.Wish]) -> [String] {
        let names = typeNames.add(wishes)
        for (wish, name) in zip(wishes, names) { givenNames?.note(name, of: wish.key) }
        return names
    }

    /// Returns the Swift name for a type at file level that is the only one of its kind.
    mutating func typeName(_ name: String, suffix: String) -> String {
        names([TypeNames.Wish(name, suffix: suffix)]).first ?? name
    }

    private func declarableEntries(of components: Mapping, _ section: ComponentNames.Section) -> [Mapping.Entry] {
        let entries = components[section.rawValue]?.mapping?.entries ?? []
        return entries.filter { isDeclarable(section, $0.value) }
    }

    /// Returns whether Swift can declare the component. Other components are stated in a fragment of the API.
    private func isDeclarable(_ section: ComponentNames.Section, _ node: Node) -> Bool {
        switch section {
        case .schemas: return true
        case .parameters:
            guard let mapping = node.mapping, let place = mapping["in"]?.string else { return false }
            let isSound = mapping["name"]?.string != nil && InputDeclaration.Source(documentName: place) != nil
            return isSound
                && (mapping["content"] == nil || (mapping["content"]?.mapping?.count == 1 && mapping["schema"] == nil))
        case .requestBodies: return node["$ref"] == nil && node["content"]?.mapping?.isEmpty == false
        case .responses: return node.mapping != nil && node["$ref"] == nil
        case .headers: return node.mapping != nil && node["$ref"] == nil && node["content"] == nil
        case .securitySchemes:
            var probe = self
            return probe.securityScheme(DeclarationHead(""), node) != nil
        case .examples, .links: return node.mapping != nil && node["$ref"] == nil
        }
    }

    /// Takes the declarations of `components`, section by section. What Swift can't declare remains in `rest`.
    mutating func takeComponents(_ rest: inout Unconsumed) {
        guard let components = rest.takeMapping("components") else { return }
        var left = Mapping()
        for section in components.entries {
            guard let known = ComponentNames.Section(rawValue: section.key), let entries = section.value.mapping,
                !entries.isEmpty
            else {
                left[section.key] = section.value
                continue
            }
            var unsaid = Mapping()
            var isUnsaid = false
            for entry in entries.entries {
                guard let name = componentNames.type(known, entry.key),
                    let declaration = declaration(known, entry.key, name, entry.value)
                else {
                    unsaid.entries.append(.init(entry.key, entry.value))
                    isUnsaid = true
                    continue
                }
                declarations.append(declaration)
                guard isUnsaid, entry.value.mapping != nil else { continue }
                // States which component the previous ones precede.
                unsaid.entries.append(.init(entry.key, .mapping(Mapping())))
                isUnsaid = false
            }
            if !unsaid.isEmpty { left[section.key] = .mapping(unsaid) }
        }
        if !left.isEmpty || components.isEmpty { rest.restore("components", .mapping(left)) }
        listComponents(components)
    }

    private mutating func declaration(
        _ section: ComponentNames.Section, _ wireName: String, _ name: String, _ node: Node
    ) -> TypeDeclaration? {
        let head = DeclarationHead(name, wireName: name == wireName ? nil : wireName)
        switch section {
        case .schemas: return component(wireName, type: name, node)
        case .parameters: return parameterComponent(head, node).map(TypeDeclaration.parameter)
        case .requestBodies: return bodyComponent(head, node).map(TypeDeclaration.requestBody)
        case .responses:
            var rest = Unconsumed(node.mapping ?? Mapping())
            return .response(response(head, &rest, scope: []))
        case .headers: return headerComponent(head, node).map(TypeDeclaration.responseHeader)
        case .securitySchemes: return securityScheme(head, node).map(TypeDeclaration.securityScheme)
        case .examples: return valueObject(.example, node).map { .constant(ConstantDeclaration(head, $0)) }
        case .links: return valueObject(.responseLink, node).map { .constant(ConstantDeclaration(head, $0)) }
        }
    }

    private mutating func parameterComponent(_ head: DeclarationHead, _ node: Node) -> ParameterDeclaration? {
        var nest = Nest(scope: [head.name])
        var names = NameTable()
        guard var input = input(node, &names, hint: "", &nest, isComponent: true) else { return nil }
        var head = head
        head.documentation = input.head.documentation
        input.head.documentation = nil
        return ParameterDeclaration(head, input: input, nested: nest.types)
    }

    private mutating func headerComponent(_ head: DeclarationHead, _ node: Node) -> ResponseHeaderDeclaration? {
        guard let mapping = node.mapping else { return nil }
        var nest = Nest(scope: [head.name])
        var rest = Unconsumed(mapping)
        guard let input = schemaInput(DeclarationHead("rawValue"), .header, &rest, hint: NameHint("value"), &nest)
        else { return nil }
        var content = input.content
        if let required = rest.takeFlag("required") { content.keywords[.required] = .literal(.boolean(required)) }
        if input.initialValue != nil, let value = mapping["schema"]?["default"].flatMap(Literal.init(_:)) {
            content.keywords[.default] = .literal(value)
        }
        // @ResponseHeader has no argument for `allowReserved`.
        if let flag = input.allowReserved { rest.restore("allowReserved", .bool(flag)) }
        var head = head
        head.documentation = input.head.documentation
        head.fragments = rest.fragments
        return ResponseHeaderDeclaration(
            head, type: input.type, style: input.style, explode: input.explode, content: content, nested: nest.types)
    }

    /// Lists the components of the sections that aren't sorted by name, so that their order is kept.
    private mutating func listComponents(_ components: Mapping) {
        for section in ComponentNames.Section.allCases {
            let names = components[section.rawValue]?.mapping?.keys ?? []
            let declared = names.filter { componentNames.type(section, $0) != nil }
            let isSorted = zip(declared, declared.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            if isSorted { continue }
            let uses = declared.compactMap { name in
                componentNames.type(section, name).map { APIDeclaration.TypeUse(.named($0)) }
            }
            switch section {
            case .examples: api.examples = uses
            case .links: api.links = uses
            default: api.components += uses
            }
        }
    }
}
