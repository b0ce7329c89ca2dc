import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the Parameter Object of a wrapped property or parameter.
    mutating func parameter(_ input: InputDeclaration, named name: String, in scope: [String]) -> Node {
        var builder = ObjectBuilder()
        builder.text("name", name)
        builder.text("in", input.source.documentName)
        builder.text("description", input.head.documentation)
        if let description = input.content.keywords[.description] {
            builder["description"] = description.literalNode
        }
        addRequired(input, to: &builder)
        if case .literal(.boolean(let flag)) = input.content.keywords[.deprecated] { builder.flag("deprecated", flag) }
        builder.flag("allowEmptyValue", input.allowEmptyValue)
        addSchema(input, to: &builder, in: scope)
        return merged(builder.ordered(.parameter), input.content.fragment.map { [$0] } ?? [])
    }

    /// Returns the Header Object of a wrapped property.
    mutating func header(_ input: InputDeclaration, in scope: [String]) -> Node {
        if let found = input.type.unwrapped.path.flatMap({ symbols.find($0, in: scope) }), found.isFileLevel,
            case .responseHeader(let header) = found.declaration
        {
            return componentUse("headers", header.head.componentWireName, input)
        }
        var builder = ObjectBuilder()
        builder.text("description", input.head.documentation)
        if let description = input.content.keywords[.description] { builder["description"] = description.literalNode }
        if let required = input.content.keywords.flag(.required) { builder.flag("required", required) }
        if case .literal(.boolean(let flag)) = input.content.keywords[.deprecated] { builder.flag("deprecated", flag) }
        addSchema(input, to: &builder, in: scope)
        return merged(builder.ordered(.parameter), input.content.fragment.map { [$0] } ?? [])
    }

    /// Returns the Header Object of a component.
    mutating func header(_ declaration: ResponseHeaderDeclaration, scope: [String]) -> Node {
        var input = InputDeclaration(
            DeclarationHead("", documentation: declaration.head.documentation, mark: declaration.head.mark), .header,
            type: declaration.type, style: declaration.style, explode: declaration.explode, content: declaration.content
        )
        input.content.fragment = Fragment.joined(
            declaration.head.fragments + (declaration.content.fragment.map { [$0] } ?? []))
        return header(input, in: scope)
    }

    /// Returns a reference to a component, with a sibling description if the use has a comment.
    mutating func componentUse(_ section: String, _ name: String, _ input: InputDeclaration) -> Node {
        var builder = ObjectBuilder()
        builder.text("$ref", Self.pointer(section, name))
        builder.text("description", input.head.documentation)
        return merged(builder.node, input.head.fragments + (input.content.fragment.map { [$0] } ?? []))
    }

    private func addRequired(_ input: InputDeclaration, to builder: inout ObjectBuilder) {
        switch input.content.keywords[.required] {
        case .silent: return
        case .literal(.boolean(let flag)): builder.flag("required", flag)
        default:
            let isRequired = input.source == .path || (!input.type.isOptional && input.initialValue == nil)
            if isRequired || settings.required == .always { builder.flag("required", isRequired) }
        }
    }

    private mutating func addSchema(_ input: InputDeclaration, to builder: inout ObjectBuilder, in scope: [String]) {
        builder.text("style", input.style)
        builder.flag("explode", input.explode)
        builder.flag("allowReserved", input.allowReserved)
        var declaration = input.content
        if declaration.keywords[.default] == nil, let value = input.initialValue {
            declaration.keywords[.default] = defaultValue(
                value, of: input.type.unwrapped, in: scope, at: input.head.mark)
        }
        if input.content.mediaTypes.isEmpty {
            if !declaration.schema.isSilent {
                builder["schema"] = contentSchema(input.type, declaration, in: scope, at: input.head.mark)
            }
            addExamples(declaration.keywords, to: &builder)
        } else {
            declaration.keywords = declaration.keywords.filter {
                $0 != .description && $0 != .deprecated && $0 != .required
            }
            builder["content"] = .mapping(
                Mapping(content(input.type.unwrapped, declaration, in: scope, at: input.head.mark)))
        }
    }
}

extension SchemaKeywords.Value {
    var literalNode: Node? {
        if case .literal(let literal) = self { Node(literal) } else { nil }
    }
}

extension InputDeclaration.Source {
    /// The value of `in`.
    var documentName: String? {
        switch self {
        case .path, .query, .header, .cookie: rawValue.lowercased()
        case .queryString: "querystring"
        case .body, .component, .currentUser, .request: nil
        }
    }

    init?(documentName: String) {
        guard let source = Self.allCases.first(where: { $0.documentName == documentName }) else { return nil }
        self = source
    }
}

extension Scaffolder {
    /// Returns the wrapped property or parameter for a Parameter Object, or `nil` if the object is invalid.
    mutating func input(
        _ node: Node, _ names: inout NameTable, hint prefix: String, _ nest: inout Nest, isComponent: Bool = false
    ) -> InputDeclaration? {
        guard let mapping = node.mapping else { return nil }
        if mapping["$ref"] != nil { return componentInput(mapping, .parameters, &names) }
        var rest = Unconsumed(mapping)
        guard let wireName = rest.takeText("name"), let place = rest.takeText("in"),
            let source = InputDeclaration.Source(documentName: place),
            source != .path || isComponent || pathNames?.contains(wireName) ?? true
        else { return nil }
        let key = NameKey.input(in: place, wireName)
        let name =
            isComponent ? "value" : source == .header ? names.header(wireName) : names.property(wireName, for: key)
        let head = DeclarationHead(name, wireName: name == wireName ? nil : wireName)
        guard
            var input = schemaInput(
                head, source, &rest,
                hint: Self.hint(prefix, names.hint(wireName, for: key), at: "\(place) \(wireName)"), &nest)
        else { return nil }
        takeRequired(&rest, into: &input)
        input.allowEmptyValue = rest.takeFlag("allowEmptyValue")
        input.content.fragment = rest.fragment
        return input
    }

    private static func hint(_ prefix: String, _ name: String, at place: String) -> NameHint {
        NameHint(prefix.isEmpty ? name : prefix + " " + name, at: prefix + " " + place)
    }

    /// Returns the wishes for the names of parameters.
    func inputWishes(_ nodes: Node?) -> [NameTable.Wish] {
        nodes?.sequence?.compactMap { node in
            if let pointer = node["$ref"]?.string {
                return componentNames.type(at: pointer, in: .parameters).map {
                    .property(componentNames.useName(ofType: $0), for: .wire(pointer))
                }
            }
            guard let wireName = node["name"]?.string, let place = node["in"]?.string else { return nil }
            return place == "header" ? .header(wireName) : .property(wireName, for: .input(in: place, wireName))
        } ?? []
    }

    /// Returns the names that parameters keep. A parameter keeps its name if only its location has changed.
    func keptInputs(_ wishes: [NameTable.Wish], in place: GivenNames.Place) -> [NameKey: String] {
        var kept = earlierNames[place]
        let keys = Set(wishes.map(\.key))
        for case .input(let source, let name) in keys where kept[.input(in: source, name)] == nil {
            let others = kept.keys.filter { key in
                if case .input(_, name) = key { !keys.contains(key) } else { false }
            }
            if others.count == 1 { kept[.input(in: source, name)] = kept.removeValue(forKey: others[0]) }
        }
        return kept
    }

    /// Returns the input for a header of a response.
    mutating func header(
        _ wireName: String, _ node: Node, _ names: inout NameTable, hint prefix: String, _ nest: inout Nest
    ) -> InputDeclaration? {
        guard let mapping = node.mapping else { return nil }
        let name = names.header(wireName)
        let head = DeclarationHead(name, wireName: name == wireName ? nil : wireName)
        if mapping["$ref"] != nil { return componentHeader(head, mapping) }
        var rest = Unconsumed(mapping)
        guard
            var input = schemaInput(
                head, .header, &rest,
                hint: Self.hint(
                    prefix, names.hint(wireName, for: .input(in: "header", wireName)), at: "header " + wireName), &nest)
        else {
            return nil
        }
        if let required = rest.takeFlag("required") {
            input.content.keywords[.required] = .literal(.boolean(required))
            if !required { input.type = .optional(input.type.unwrapped) }
        } else {
            input.type = .optional(input.type.unwrapped)
        }
        input.content.fragment = rest.fragment
        return input
    }

    private mutating func componentHeader(_ head: DeclarationHead, _ mapping: Mapping) -> InputDeclaration? {
        var rest = Unconsumed(mapping)
        guard let pointer = rest.takeText("$ref"), let type = componentNames.type(at: pointer, in: .headers),
            componentNames.wireName(at: pointer, in: .headers).map({ Generator.pointer("headers", $0) }) == pointer
        else { return nil }
        var head = head
        if let text = rest.node("description")?.string, CommentText.canHold(text) {
            head.documentation = rest.takeText("description")
        }
        return InputDeclaration(
            head, .header, type: .optional(.named(type)), content: ContentDeclaration(fragment: rest.fragment))
    }

    /// Returns the input for a reference to a parameter or request body component.
    mutating func componentInput(
        _ mapping: Mapping, _ section: ComponentNames.Section, _ names: inout NameTable
    ) -> InputDeclaration? {
        var rest = Unconsumed(mapping)
        guard let pointer = rest.takeText("$ref"), let type = componentNames.type(at: pointer, in: section),
            componentNames.wireName(at: pointer, in: section).map({ Generator.pointer(section.rawValue, $0) })
                == pointer
        else { return nil }
        var head = DeclarationHead(names.property(componentNames.useName(ofType: type), for: .wire(pointer)))
        if let text = rest.node("description")?.string, CommentText.canHold(text) {
            head.documentation = rest.takeText("description")
        }
        guard rest.isEmpty else { return nil }
        return InputDeclaration(head, .component, type: .named(type))
    }

    /// Returns the parts that parameters and headers have in common: description, style, schema or content, and
    /// examples.
    mutating func schemaInput(
        _ head: DeclarationHead, _ source: InputDeclaration.Source, _ rest: inout Unconsumed, hint: NameHint,
        _ nest: inout Nest
    ) -> InputDeclaration? {
        var input = InputDeclaration(head, source, type: .named("JSON"))
        takeInputDescription(&rest, into: &input)
        input.style = rest.takeText("style")
        input.explode = rest.takeFlag("explode")
        input.allowReserved = rest.takeFlag("allowReserved")
        if let deprecated = rest.takeFlag("deprecated") {
            input.content.keywords[.deprecated] = .literal(.boolean(deprecated))
        }
        if let content = rest.node("content")?.mapping, rest.node("schema") == nil {
            let groups = Self.groups(content)
            guard groups.count == 1 else { return nil }
            let (type, declaration, left) = self.content(groups[0], hint, &nest)
            guard left.isEmpty else { return nil }
            rest.take("content")
            input.type = type
            let outer = input.content
            input.content = declaration
            input.content.mediaTypes = groups[0].mediaTypes
            for (keyword, value) in outer.keywords.stated { input.content.keywords[keyword] = value }
        } else if let schema = rest.take("schema") {
            var use = use(of: schema, hint, &nest)
            if source != .header || use.keywords[.default] != nil { takeInitialValue(&use, isRequired: false) }
            input.type = use.type
            input.initialValue = use.initialValue
            distribute(use, to: &input.content)
            takeExamples(&rest, into: &input.content.keywords)
        } else {
            input.content.schema = .silent
            input.type = .named("String")
            takeExamples(&rest, into: &input.content.keywords)
        }
        return input
    }

    private func takeInputDescription(_ rest: inout Unconsumed, into input: inout InputDeclaration) {
        guard let text = rest.takeText("description") else { return }
        if CommentText.canHold(text) {
            input.head.documentation = text
        } else {
            input.content.keywords[.description] = .literal(.string(text))
        }
    }

    /// Expresses whether a parameter is required by its type if possible, and by an argument otherwise.
    private func takeRequired(_ rest: inout Unconsumed, into input: inout InputDeclaration) {
        let stated = rest.takeFlag("required")
        let isPath = input.source == .path
        let hasDefault = input.initialValue != nil
        if !isPath, stated != true, !hasDefault { input.type = .optional(input.type.unwrapped) }
        let implied: Bool? =
            isPath || (!input.type.isOptional && !hasDefault) ? true : settings.required == .always ? false : nil
        guard stated != implied else { return }
        input.content.keywords[.required] = stated.map { .literal(.boolean($0)) } ?? .silent
    }
}
