import ConcordDeclarations
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the schema of `[T]` or `Set<T>`.
    mutating func array(
        of element: TypeExpression, isUnique: Bool = false, _ use: SchemaUse, in scope: [String], at mark: SourceMark
    ) -> Node {
        var builder = ObjectBuilder()
        builder.text("type", "array")
        if isUnique { builder.flag("uniqueItems", true) }
        if case .literal(.boolean(let flag)) = use.keywords[.items] {
            builder.flag("items", flag)
        } else if !use.keywords.isSilent(.items) {
            builder["items"] = schema(SchemaUse(element, inner: use.keywords.schema(.items)), in: scope, at: mark)
        }
        apply(use.keywords.filter { $0 != .items }, documentation: use.documentation, to: &builder)
        return builder.node
    }

    /// Returns the schema of `[String: T]`.
    mutating func map(of value: TypeExpression, _ use: SchemaUse, in scope: [String], at mark: SourceMark) -> Node {
        var builder = ObjectBuilder()
        builder.text("type", "object")
        if case .literal(.boolean(let flag)) = use.keywords[.additionalProperties] {
            builder.flag("additionalProperties", flag)
        } else if !use.keywords.isSilent(.additionalProperties) {
            let inner = SchemaUse(value, inner: use.keywords.schema(.additionalProperties))
            builder["additionalProperties"] = schema(inner, in: scope, at: mark)
        }
        apply(use.keywords.filter { $0 != .additionalProperties }, documentation: use.documentation, to: &builder)
        return builder.node
    }
}

extension Scaffolder {
    /// Returns `[T]`, or `Set<T>` if the elements are scalars.
    mutating func arrayUse(
        _ rest: inout Unconsumed, _ hint: NameHint, _ nest: inout Nest, place: SchemaPlace = .value
    ) -> SchemaUse {
        var use = SchemaUse(.array(.named("JSON")))
        if rest.node("prefixItems") != nil, let flag = rest.node("items")?.bool {
            // `items: false` allows only the first elements, each with its own schema.
            rest.take("items")
            use.keywords[.items] = .literal(.boolean(flag))
        } else if let items = rest.take("items") {
            let element = self.use(of: items, hint.element, &nest, place: place == .formPart ? place : .value)
            use.type = .array(element.type)
            if let inner = innerSchema(element) { use.keywords[.items] = .schema(inner) }
            if element.type.isHashableScalar, rest.take("uniqueItems", equalTo: .bool(true)) {
                use.type = .named("Set", arguments: [element.type])
            }
        } else {
            use.keywords[.items] = .silent
        }
        takePrefix(&rest, into: &use)
        return use
    }

    /// Takes `prefixItems`, the schemas of the first elements.
    private mutating func takePrefix(_ rest: inout Unconsumed, into use: inout SchemaUse) {
        guard version != .v3_0, let elements = rest.node("prefixItems")?.sequence, !elements.isEmpty else { return }
        let schemas = elements.compactMap(\.mapping).map { untypedSchema($0) }
        guard schemas.count == elements.count else { return }
        rest.take("prefixItems")
        use.keywords[.prefixItems] = .schemas(schemas)
    }

    /// Returns `[String: T]` or `JSONObject`.
    mutating func mapUse(_ rest: inout Unconsumed, _ hint: NameHint, _ nest: inout Nest) -> SchemaUse {
        var use = SchemaUse(.named("JSONObject"))
        guard let values = rest.node("additionalProperties") else { return use }
        rest.take("additionalProperties")
        if let flag = values.bool {
            use.keywords[.additionalProperties] = .literal(.boolean(flag))
        } else {
            let value = self.use(of: values, hint.element, &nest)
            use.type = .dictionary(key: .named("String"), value: value.type)
            if let inner = innerSchema(value) { use.keywords[.additionalProperties] = .schema(inner) }
        }
        return use
    }

    /// Returns the `Schema(…)` argument for an inner schema, or `nil` if the type expresses the schema completely.
    func innerSchema(_ use: SchemaUse) -> InnerSchema? {
        var keywords = use.keywords
        if let text = use.documentation { keywords[.description] = .literal(.string(text)) }
        if let value = use.initialValue, let literal = Literal(value) { keywords[.default] = .literal(literal) }
        let inner = InnerSchema(keywords, fragment: Fragment.joined(use.fragments))
        return inner.isEmpty ? nil : inner
    }
}

extension Fragment {
    /// Joins fragments into one, for places that allow only one.
    static func joined(_ fragments: [Fragment]) -> Fragment? {
        guard fragments.count > 1 else { return fragments.first }
        return Fragment(fragments.map(\.text).joined(separator: "\n"))
    }
}

extension TypeExpression {
    fileprivate var isHashableScalar: Bool {
        guard let name = path?.last, path?.count == 1 else { return false }
        return ["String", "Int", "Int32", "Int64", "UUID", "URL", "Date", "CalendarDate"].contains(name)
    }
}
