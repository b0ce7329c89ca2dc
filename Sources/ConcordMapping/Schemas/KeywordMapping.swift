import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Writes keywords into a schema. The keywords that determine the form of the schema have already been applied.
    mutating func apply(_ keywords: SchemaKeywords, documentation: String?, to builder: inout ObjectBuilder) {
        builder.text("description", documentation)
        for (keyword, value) in keywords.stated { apply(keyword, value, to: &builder) }
    }

    private mutating func apply(_ keyword: Keyword, _ value: SchemaKeywords.Value, to builder: inout ObjectBuilder) {
        switch (keyword, value) {
        case (.items, _), (.allOf, _), (.required, _), (.null, _), (.ref, _): break
        case (_, .silent): if let key = keyword.documentKey { builder[key] = nil }
        case (.exclusiveMinimum, .literal(let literal)) where version == .v3_0:
            builder["minimum"] = Node(literal)
            builder.flag("exclusiveMinimum", true)
        case (.exclusiveMaximum, .literal(let literal)) where version == .v3_0:
            builder["maximum"] = Node(literal)
            builder.flag("exclusiveMaximum", true)
        case (.additionalProperties, .schema(let inner)), (.propertyNames, .schema(let inner)):
            builder[keyword.rawValue] = schema(SchemaUse(.named("JSON"), inner: inner), in: [])
        case (.requires, .literals(let names)): builder["required"] = .sequence(names.map(Node.init))
        case (_, .schemas(let inner)): builder[keyword.rawValue] = .sequence(inner.map { schema($0) })
        case (_, .literal(let literal)): builder[keyword.rawValue] = Node(literal)
        case (.examples, .literals(let literals)) where version == .v3_0:
            builder["example"] = literals.first.map(Node.init)
        case (_, .literals(let literals)): builder[keyword.rawValue] = .sequence(literals.map(Node.init))
        case (_, .object(let object)): builder[keyword.rawValue] = node(object)
        case (_, .schema), (_, .examples), (_, .symbol), (_, .constant): break
        }
    }
}

extension Generator {
    /// Returns the schema of a `Schema(…)` argument that has no Swift type.
    mutating func schema(_ inner: InnerSchema) -> Node {
        schema(SchemaUse(.named("JSON"), inner: inner), in: [], at: inner.mark)
    }
}

extension Scaffolder {
    /// Takes the annotations: description, title, default, examples, and others.
    mutating func takeAnnotations(_ rest: inout Unconsumed, into use: inout SchemaUse) {
        takeDescription(&rest, into: &use)
        for keyword in rest.keywords where keyword.isAnnotation && keyword != .description {
            takeKeyword(keyword, &rest, into: &use)
        }
    }

    /// Takes every keyword that has an argument in Swift, except the type's own.
    mutating func takeKeywords(_ rest: inout Unconsumed, into use: inout SchemaUse) {
        takeDescription(&rest, into: &use)
        takeExclusiveBounds(&rest, into: &use)
        for keyword in rest.keywords { takeKeyword(keyword, &rest, into: &use) }
    }

    /// Takes the description as a comment if a comment can contain it, and as an argument otherwise.
    func takeDescription(_ rest: inout Unconsumed, into use: inout SchemaUse) {
        guard let text = rest.takeText("description") else { return }
        if CommentText.canHold(text) {
            use.documentation = text
        } else {
            use.keywords[.description] = .literal(.string(text))
        }
    }

    /// Takes exclusive bounds in OpenAPI 3.0, which are flags beside the bounds.
    private func takeExclusiveBounds(_ rest: inout Unconsumed, into use: inout SchemaUse) {
        guard version == .v3_0 else { return }
        takeExclusiveBound("minimum", .exclusiveMinimum, &rest, into: &use)
        takeExclusiveBound("maximum", .exclusiveMaximum, &rest, into: &use)
    }

    private func takeExclusiveBound(
        _ bound: String, _ keyword: Keyword, _ rest: inout Unconsumed, into use: inout SchemaUse
    ) {
        guard rest.node(keyword.rawValue) == .bool(true),
            case .number(let text)? = rest.node(bound).flatMap(Literal.init)
        else { return }
        rest.take(bound)
        rest.take(keyword.rawValue)
        use.keywords[keyword] = .literal(.number(text))
    }

    private mutating func takeKeyword(_ keyword: Keyword, _ rest: inout Unconsumed, into use: inout SchemaUse) {
        guard let key = keyword.documentKey, use.keywords[keyword] == nil, let node = rest.node(key),
            let value = value(keyword, node)
        else { return }
        rest.take(key)
        use.keywords[keyword] = value
    }

    /// Returns the value of a keyword's argument, or `nil` if the node has another kind and must be written as a
    /// fragment.
    private mutating func value(_ keyword: Keyword, _ node: Node) -> SchemaKeywords.Value? {
        let literal = Literal(node)
        switch (keyword.kind, literal) {
        case (.symbolOrText, .string?) where keyword != .type, (.text, .string?), (.flag, .boolean?): break
        case (.number, .number?)
        where !(version == .v3_0 && (keyword == .exclusiveMinimum || keyword == .exclusiveMaximum)):
            break
        case (.count, .number(let text)?) where Int(text).map { $0 >= 0 } ?? false: break
        case (.literal, .some): break
        case (.literals, .array(let values)?): return values.isEmpty ? nil : .literals(values)
        case (.examples, .array(let values)?):
            return version == .v3_0 || values.isEmpty ? nil : .literals(values)
        case (.object(let shape), _): return valueObject(shape, node).map(SchemaKeywords.Value.object)
        case (.schema, _) where keyword == .propertyNames: return propertyNames(node)
        default: return nil
        }
        return literal.map(SchemaKeywords.Value.literal)
    }

    /// Returns the value of `propertyNames` as keywords without a type.
    private mutating func propertyNames(_ node: Node) -> SchemaKeywords.Value? {
        node.mapping.map { .schema(untypedSchema($0)) }
    }

    /// Returns a `Schema(…)` argument that has no Swift type, so that it also sets the type.
    mutating func untypedSchema(_ mapping: Mapping) -> InnerSchema {
        var rest = Unconsumed(withoutStatedDefaults(mapping))
        var use = SchemaUse(.named("JSON"))
        if let null = takeNullable(&rest) { use.keywords[.null] = .symbol(null.rawValue) }
        takeKeywords(&rest, into: &use)
        if let type = rest.takeText("type") { use.keywords[.type] = .literal(.string(type)) }
        if let pointer = rest.takeText("$ref") { use.keywords[.ref] = .literal(.string(pointer)) }
        if let names = requiredNames(rest.node("required")) {
            rest.take("required")
            use.keywords[.requires] = .literals(names.map(Literal.string))
        }
        use.fragments = rest.fragments
        return innerSchema(use) ?? InnerSchema()
    }
}

extension Unconsumed {
    /// The keywords among the remaining keys.
    fileprivate var keywords: [Keyword] { keys.compactMap { Keyword.byDocumentKey[$0] } }
}

extension Keyword {
    fileprivate static let byDocumentKey = Dictionary(
        uniqueKeysWithValues: allCases.compactMap { keyword in keyword.documentKey.map { ($0, keyword) } })
}
