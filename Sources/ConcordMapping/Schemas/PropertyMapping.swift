import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Returns the schema of a property.
    mutating func schema(_ property: PropertyDeclaration, in scope: [String]) -> Node {
        if let constant = property.constant { return self.constant(constant, property, in: scope) }
        var use = SchemaUse(
            property.type?.unwrapped ?? .named("JSON"), property.keywords, documentation: property.head.documentation,
            fragments: property.head.fragments)
        if property.keywords[.default] == nil, let value = property.initialValue {
            use.keywords[.default] = defaultValue(value, of: use.type, in: scope, at: property.head.mark)
        }
        for (keyword, literal) in property.digits?.keywords(for: use.type) ?? [] where use.keywords[keyword] == nil {
            use.keywords[keyword] = .literal(literal)
        }
        let node = schema(use, in: scope, at: property.head.mark)
        guard property.isUnique, var mapping = node.mapping else { return node }
        mapping["x-unique"] = .bool(true)
        return .mapping(mapping)
    }

    /// Returns whether `required` contains the property.
    func isRequired(_ property: PropertyDeclaration) -> Bool {
        if let stated = property.keywords.flag(.required) { return stated }
        if property.constant != nil { return true }
        return property.type?.isOptional == false && property.initialValue == nil
    }

    /// Returns the schema of `Const(v)`: `const`, or an `enum` with one value in OpenAPI 3.0.
    private mutating func constant(_ value: Literal, _ property: PropertyDeclaration, in scope: [String]) -> Node {
        var builder = ObjectBuilder()
        builder.text("type", value.typeName)
        if version == .v3_0 {
            builder["enum"] = .sequence([Node(value)])
        } else {
            builder["const"] = Node(value)
        }
        apply(property.keywords, documentation: property.head.documentation, to: &builder)
        let result = merged(builder.node, property.head.fragments)
        return KeyOrder.schema.ordered(result)
    }

    /// Returns the value of `default` for an initial value.
    mutating func defaultValue(
        _ value: Expression, of type: TypeExpression, in scope: [String], at mark: SourceMark
    ) -> SchemaKeywords.Value? {
        if value == .null { return nil }
        guard let literal = literal(value, of: type, in: scope) else {
            error(
                "not-static", "Concord can't read the default without running the program", at: mark,
                help:
                    "state it in the attribute with '.default(…)', or write '.default(nil)' to omit it from the document"
            )
            return nil
        }
        return .literal(literal)
    }

    /// Returns the JSON value of an expression: a literal, a case of an enum with raw values, or an array of these.
    private func literal(_ value: Expression, of type: TypeExpression, in scope: [String]) -> Literal? {
        switch (value, type) {
        case (.member(let base, let name), _) where name != "null" || base != nil:
            return rawValue(ofCase: name, of: type.nullableWrapped, in: scope)
        case (.array(let elements), _):
            let element = type.element ?? .named("JSON")
            let literals = elements.compactMap { literal($0, of: element, in: scope) }
            return literals.count == elements.count ? .array(literals) : nil
        default: return Literal(value)
        }
    }

    private func rawValue(ofCase name: String, of type: TypeExpression, in scope: [String]) -> Literal? {
        guard let path = type.path, let found = symbols.find(path, in: scope) else { return nil }
        switch found.declaration {
        case .enumeration(let enumeration): return enumeration.cases.first { $0.name == name }?.value
        case .alias(let alias): return rawValue(ofCase: name, of: alias.type, in: Array(found.path.dropLast()))
        default: return nil
        }
    }
}

extension TypeExpression {
    /// The type of the elements of an array or set.
    var element: TypeExpression? {
        switch self {
        case .array(let element): element
        case .named("Set", let arguments): arguments.first
        default: nil
        }
    }

    var nullableWrapped: TypeExpression {
        if case .named("Nullable", let arguments) = self, arguments.count == 1 { arguments[0] } else { self }
    }
}

extension Literal {
    /// The schema type of the literal.
    var typeName: String {
        switch self {
        case .null: "null"
        case .boolean: "boolean"
        case .number(let text): text.contains { ".eE".contains($0) } ? "number" : "integer"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}

extension Scaffolder {
    /// Returns the declaration of a property.
    mutating func property(
        _ wireName: String, _ node: Node, isRequired: Bool, _ names: inout NameTable, _ nest: inout Nest,
        place: SchemaPlace = .value
    ) -> PropertyDeclaration {
        var name = names.property(wireName)
        if let constant = constantProperty(name, wireName, node, isRequired: isRequired) { return constant }
        let hint = NameHint(names.hint(wireName, for: .wire(wireName)), at: wireName)
        var use = use(of: node, hint, &nest, place: place)
        // In a script without uppercase letters, the property and its type would have the same name.
        if use.type.mentions(name) { name = names.property(wireName + " value", for: .wire(wireName)) }
        var property = PropertyDeclaration(
            DeclarationHead(name, wireName: name == wireName ? nil : wireName), type: nil)
        takeInitialValue(&use, isRequired: isRequired)
        property.initialValue = use.initialValue
        property.type = isRequired || use.initialValue != nil ? use.type : .optional(use.type)
        if isRequired, use.initialValue != nil { use.keywords[.required] = .literal(.boolean(true)) }
        property.head.documentation = use.documentation
        property.head.fragments = use.fragments
        property.keywords = use.keywords
        return property
    }

    /// Moves `default` to an initial value if Swift can write it as a value of the type.
    mutating func takeInitialValue(_ use: inout SchemaUse, isRequired: Bool) {
        guard use.initialValue == nil, let literal = use.keywords.literal(.default),
            let value = initialValue(literal, of: use.type)
        else { return }
        use.keywords[.default] = nil
        use.initialValue = value
    }

    /// Returns the declaration `var kind = Const("dog")`.
    private mutating func constantProperty(
        _ name: String, _ wireName: String, _ node: Node, isRequired: Bool
    ) -> PropertyDeclaration? {
        guard let mapping = node.mapping else { return nil }
        var rest = Unconsumed(mapping)
        let value: Node
        if version == .v3_0 {
            guard let values = rest.node("enum")?.sequence, values.count == 1, rest.node("nullable") == nil else {
                return nil
            }
            rest.take("enum")
            value = values[0]
        } else {
            guard let node = rest.take("const") else { return nil }
            value = node
        }
        guard let literal = Literal(value), literal.isScalar, literal != .null else { return nil }
        var use = SchemaUse(.named("JSON"))
        if !rest.take("type", equalTo: .string(literal.typeName)) {
            guard rest.node("type") == nil else { return nil }
            use.keywords[.type] = .silent
        }
        takeKeywords(&rest, into: &use)
        if !isRequired { use.keywords[.required] = .literal(.boolean(false)) }
        guard rest.node("$ref") == nil, rest.node("allOf") == nil, rest.node("oneOf") == nil, rest.node("anyOf") == nil
        else { return nil }
        return PropertyDeclaration(
            DeclarationHead(
                name, wireName: name == wireName ? nil : wireName, documentation: use.documentation,
                fragments: rest.fragments),
            type: nil, initialValue: .call(.reference("Const"), [Argument(nil, literal.expression)]),
            keywords: use.keywords)
    }

    /// Returns a default as a Swift expression of a type, or `nil` if Swift can't write it.
    func initialValue(_ literal: Literal, of type: TypeExpression) -> Expression? {
        switch (literal, type) {
        case (.string, .named("String", _)), (.boolean, .named("Bool", _)): return literal.expression
        case (.number(let text), .named(let name, arguments: [])):
            return Self.fits(text, name) ? literal.expression : nil
        case (.array(let elements), _):
            guard let element = type.element else { return nil }
            let values = elements.compactMap { initialValue($0, of: element) }
            if case .named("Set", _) = type, Set(elements).count != elements.count { return nil }
            return values.count == elements.count ? .array(values) : nil
        case (.object([]), .dictionary): return .dictionary([])
        default: return enumCase(literal, of: type)
        }
    }

    private func enumCase(_ literal: Literal, of type: TypeExpression) -> Expression? {
        guard let path = type.path, let name = enumCases[path.joined(separator: ".")]?[literal] else { return nil }
        return .member(nil, name)
    }

    private static func fits(_ text: String, _ typeName: String) -> Bool {
        switch typeName {
        case "Int", "Int64": Int64(text).map { String($0) == text } ?? false
        case "Int32": Int32(text).map { String($0) == text } ?? false
        case "Int16": Int16(text).map { String($0) == text } ?? false
        case "Int8": Int8(text).map { String($0) == text } ?? false
        case "UInt", "UInt64": UInt64(text).map { String($0) == text } ?? false
        case "UInt8": UInt8(text).map { String($0) == text } ?? false
        case "UInt16": UInt16(text).map { String($0) == text } ?? false
        case "UInt32": UInt32(text).map { String($0) == text } ?? false
        case "Double", "Float": Double(text)?.isFinite ?? false
        default: false
        }
    }
}

extension Literal {
    fileprivate var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }
}
