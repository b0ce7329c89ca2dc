import ConcordDeclarations
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

/// A program in which models and model serializers replace plain serializers.
struct ModelScaffolding {
    /// The declarations. Unchanged declarations still use the names of the plain serializers.
    private(set) var program: Program
    /// The new names of types, after models have taken the names of the plain serializers.
    private(set) var names: [String: String] = [:]
    /// The resources that have a model.
    private(set) var modelResources: [ModelResource] = []
    private let proof: ModelProof
    private let declared: [String: TypeDeclaration]
    private let takenNames: Set<String>

    /// Replaces each schema with a model if one path lists it and a subpath retrieves it by key. Also replaces the
    /// schemas of list items and requests with model serializers. A schema is replaced only if the result represents
    /// exactly the same schema.
    ///
    /// - Parameter plain: The names of components that remain plain serializers.
    init(_ program: Program, except plain: Set<String>) {
        self.program = program
        declared = Dictionary(program.declarations.map { ($0.head.name, $0) }, uniquingKeysWith: { first, _ in first })
        takenNames = program.declarations.reduce(into: []) { $1.collectNames(into: &$0) }
        proof = ModelProof(program, declared)
        let resources = ResourceDiscovery(program).resources.filter { resource in
            declared[resource.type].map { !plain.contains($0.componentWireName) } ?? false
        }
        var forms: [String: [TypeDeclaration]] = [:]
        var models: [String: ModelDeclaration] = [:]
        for resource in resources where forms[resource.type] == nil {
            guard let form = form(of: resource) else { continue }
            forms[resource.type] = [.model(form.model), .serializer(form.serializer)]
            models[resource.type] = form.model
            names[resource.type] = form.serializer.head.name
            names[form.model.head.name] = resource.type
            modelResources.append(ModelResource(resource, serializer: form.serializer.head.name))
        }
        for resource in resources {
            guard let model = models[resource.type] else { continue }
            for name in resource.others where forms[name] == nil && !plain.contains(componentName(name)) {
                if let part = part(name, of: model) { forms[name] = [.serializer(part)] }
            }
        }
        self.program.declarations = program.declarations.flatMap { forms[$0.head.name] ?? [$0] }
    }

    private func componentName(_ name: String) -> String { declared[name]?.componentWireName ?? name }

    // MARK: Resources

    /// Returns the model of a resource, with a temporary name because the serializer still has the final one, and the
    /// model's serializer.
    private func form(of resource: Resource) -> (model: ModelDeclaration, serializer: SerializerDeclaration)? {
        let name = resource.type + "Serializer"
        guard case .serializer(let plain)? = declared[resource.type], plain.canBeOfModel, !takenNames.contains(name),
            plain.properties.allSatisfy({ isColumn($0, of: plain) }),
            let key = plain.properties.first(where: { $0.head.name == resource.key }), isKey(key)
        else { return nil }
        let fields = plain.properties.map { ModelFieldDeclaration($0, isKey: $0.head.name == key.head.name) }
        // The server must provide a value for a required field that clients can't set.
        guard fields.allSatisfy({ $0.keywords.flag(.readOnly) != true || hasValue($0) }) else { return nil }
        var model = ModelDeclaration(
            DeclarationHead("$" + resource.type, documentation: plain.head.documentation), fields: fields,
            nested: plain.nested)
        model.head.mark = plain.head.mark
        var serializer = plain
        serializer.head = DeclarationHead(name, fragments: plain.head.fragments)
        if Generator.componentName(serializer.head) != plain.head.effectiveWireName {
            serializer.head.wireName = plain.head.effectiveWireName
        }
        serializer.properties = []
        serializer.nested = []
        serializer.selection = ModelSelection(.named(model.head.name))
        if key.type?.isOptional == true { serializer.selection?.optional = [FieldPath([key.head.name])] }
        return proof.holds(plain, as: serializer, of: model) ? (model, serializer) : nil
    }

    private func isKey(_ property: PropertyDeclaration) -> Bool {
        guard property.initialValue == nil, case .named(let name, arguments: [])? = property.type?.unwrapped else {
            return false
        }
        return isScalarAlias(name) || TypeExpression.named(name).isColumn(beside: []) && name != "JSON"
    }

    // MARK: Parts of a resource

    /// Returns a model serializer with some of the model's fields, some of them overridden, that represents the same
    /// schema as a plain serializer.
    private func part(_ name: String, of model: ModelDeclaration) -> SerializerDeclaration? {
        guard case .serializer(let plain)? = declared[name], plain.canBeOfModel, !plain.properties.isEmpty else {
            return nil
        }
        let choice = FieldChoice(of: plain, from: model)
        guard choice.isWorthwhile, choice.overrides.allSatisfy({ $0.head.name != "instance" }) else { return nil }
        let left = model.fields.filter { field in
            field.keywords.flag(.readOnly) == true || !plain.properties.contains { $0.head.name == field.head.name }
        }
        guard left.allSatisfy(hasValue) else { return nil }
        var serializer = plain
        serializer.selection = choice.selection
        serializer.properties = choice.overrides
        let used = Set(choice.overrides.flatMap { $0.type?.names ?? [] })
        serializer.nested = plain.nested.filter { used.contains($0.head.name) }
        if plain.head.documentation == nil, model.head.documentation != nil {
            serializer.keywords[.description] = .silent
        }
        return proof.holds(plain, as: serializer, of: model) ? serializer : nil
    }

    // MARK: Columns

    private func isColumn(_ property: PropertyDeclaration, of serializer: SerializerDeclaration) -> Bool {
        guard property.canBeOfModel, let type = property.type else { return false }
        let names = Set(type.names)
        let isEnumeration = { (declaration: TypeDeclaration) in
            if case .enumeration = declaration { names.contains(declaration.head.name) } else { false }
        }
        let enumerations =
            serializer.nested.filter(isEnumeration) + names.compactMap { declared[$0] }.filter(isEnumeration)
        return type.isColumn(beside: names.filter(isScalarAlias).union(enumerations.map(\.head.name)))
    }

    private func isScalarAlias(_ name: String) -> Bool {
        if case .alias(let alias)? = declared[name] { alias.type.isColumn(beside: []) } else { false }
    }

    /// Returns whether an object can be created from a request without the field, because the field can be empty or has
    /// a placeholder until the object is stored.
    private func hasValue(_ field: ModelFieldDeclaration) -> Bool {
        if field.initialValue != nil { return true }
        switch field.type {
        case .optional, .array, .named("Nullable", _): return true
        default: return field.type.isColumn(beside: []) && field.type != .named("URL")
        }
    }
}

/// Checks whether a model serializer represents the same schema as a plain serializer.
private struct ModelProof {
    private let api: APIDeclaration
    private let version: OpenAPIVersion
    private let declared: [String: TypeDeclaration]

    init(_ program: Program, _ declared: [String: TypeDeclaration]) {
        api = program.apis.first ?? APIDeclaration(DeclarationHead("API"))
        version = api.texts[.openapi].flatMap { OpenAPIVersion(text: $0) } ?? .v3_1
        self.declared = declared
    }

    /// Returns whether both have the same schema in the document, after the model and its serializer are printed as
    /// Swift code and read again.
    func holds(_ plain: SerializerDeclaration, as serializer: SerializerDeclaration, of model: ModelDeclaration) -> Bool
    {
        let outlines = [TypeDeclaration.model(model), .serializer(serializer)].map(\.outline)
        let reading = Program.read([SourceFile(path: "API.swift", declarations: outlines)])
        guard reading.diagnostics.isEmpty, case .serializer(let read)? = reading.program.declarations.last else {
            return false
        }
        guard Generator.componentName(read.head) == Generator.componentName(plain.head),
            let old = schema(of: plain, beside: []),
            let new = schema(of: read, beside: reading.program.declarations.dropLast())
        else { return false }
        return old == new
    }

    /// Returns the schema of a serializer, without the components that it refers to.
    private func schema(of serializer: SerializerDeclaration, beside others: [TypeDeclaration]) -> Node? {
        let named = Set(serializer.typeNames + others.flatMap(\.typeNames))
        let referred = named.compactMap { declared[$0] }
        var generator = Generator(
            Program([.serializer(serializer)] + others + referred), version: version, of: api)
        let node = generator.declaredSchema(.serializer(serializer), scope: [serializer.head.name])
        return generator.diagnostics.isEmpty ? node : nil
    }
}

/// The division of a plain serializer's properties into fields of a model and overrides.
private struct FieldChoice {
    private(set) var selection: ModelSelection
    /// The properties that override fields of the model or follow them.
    private(set) var overrides: [PropertyDeclaration] = []
    private var selectedCount = 0

    init(of serializer: SerializerDeclaration, from model: ModelDeclaration) {
        selection = ModelSelection(.named(model.head.name))
        var taken: [String] = []
        for property in serializer.properties {
            guard let field = model.field(property.head.name) else {
                overrides.append(property)
                continue
            }
            taken.append(field.head.name)
            if Self.isSame(property, field, serializer, model) {
                selectedCount += 1
                if property.type?.isOptional == true, !field.type.isOptional {
                    selection.optional.append(FieldPath([field.head.name]))
                }
            } else {
                overrides.append(property)
            }
        }
        let inOrder = model.fields.map(\.head.name).filter(taken.contains)
        let missing = model.fields.map(\.head.name).filter { !taken.contains($0) }
        if inOrder == taken, missing.count < taken.count {
            selection.exclude = missing.map { FieldPath([$0]) }
        } else {
            selection.fields = taken.map { FieldPath([$0]) }
        }
    }

    /// Whether the serializer takes at least as many properties from the model as it declares itself.
    var isWorthwhile: Bool { selectedCount > 0 && selectedCount >= overrides.count }

    /// Returns whether a property equals a model's field, so that the serializer can omit it.
    private static func isSame(
        _ property: PropertyDeclaration, _ field: ModelFieldDeclaration, _ serializer: SerializerDeclaration,
        _ model: ModelDeclaration
    ) -> Bool {
        var keywords = field.keywords
        keywords[.readOnly] = field.isReadOnly(madeKey: model.madeKey) ? .literal(.boolean(true)) : nil
        let isOptional = field.type.isOptional && property.type?.isOptional != true
        return !isOptional && property.type?.unwrapped == field.type.unwrapped
            && property.keywords == keywords && property.initialValue == field.initialValue
            && property.head.documentation == field.head.documentation
            && property.head.fragments.map(\.text) == field.fragmentTexts
            && serializer.wireName(of: property) == field.head.wireName ?? serializer.keys?.wireName(
                of: field.head.name)
                ?? field.head.name
            && field.type.names.allSatisfy { name in
                serializer.nested.first { $0.head.name == name } == model.nested.first { $0.head.name == name }
            }
    }
}

extension ModelFieldDeclaration {
    private static let uniqueFragment = "x-unique: true"

    /// Creates the field for a property of a plain serializer.
    fileprivate init(_ property: PropertyDeclaration, isKey: Bool) {
        let type = property.type ?? .named("JSON")
        self.init(
            property.head, type: isKey ? type.unwrapped : type, initialValue: property.initialValue,
            keywords: property.keywords)
        if head.fragments.contains(where: { $0.text == Self.uniqueFragment }) {
            storage.isUnique = true
            head.fragments.removeAll { $0.text == Self.uniqueFragment }
        }
        guard isKey else { return }
        if head.name != "id" { storage.isPrimaryKey = true }
        if let name = self.type.path?.last, ModelDeclaration.madeKeys.contains(name) {
            // Such a key is read-only by default, so only a different setting is stated.
            keywords[.readOnly] =
                property.keywords[.readOnly] == .literal(.boolean(true)) ? nil : property.keywords[.readOnly] ?? .silent
        }
    }

    /// The fragments of the property that the field was created from.
    fileprivate var fragmentTexts: [String] {
        head.fragments.map(\.text) + (storage.isUnique == true ? [Self.uniqueFragment] : [])
    }
}

extension SerializerDeclaration {
    /// Whether a model serializer can validate the same constraints: the serializer has properties, and no constraints
    /// that involve several of them.
    fileprivate var canBeOfModel: Bool {
        selection == nil && genericParameters.isEmpty && computed.isEmpty && discriminator == nil
            && additionalRequired.isEmpty && !propertiesBeside
            && keywords.stated.allSatisfy { !$0.keyword.isConstraint && $0.keyword != .propertyNames }
            && properties.allSatisfy { $0.role == .own }
            && nested.allSatisfy { $0.head.name != "ID" && $0.head.name != "Model" }
    }

    fileprivate var typeNames: [String] { properties.flatMap { $0.type?.names ?? [] } }
}

extension PropertyDeclaration {
    fileprivate var canBeOfModel: Bool {
        role == .own && constant == nil && encoding.isEmpty && !isIndirect
    }
}

extension TypeDeclaration {
    /// Adds the names of the type and of all nested types.
    fileprivate func collectNames(into names: inout Set<String>) {
        names.insert(head.name)
        for type in nested { type.collectNames(into: &names) }
    }

    /// The names of the types that a model or its serializer refers to.
    fileprivate var typeNames: [String] {
        switch self {
        case .serializer(let serializer): serializer.typeNames
        case .model(let model): model.fields.flatMap(\.type.names)
        default: []
        }
    }
}

extension TypeExpression {
    /// The names of all types that this type contains.
    fileprivate var names: [String] {
        switch self {
        case .optional(let inner), .array(let inner): inner.names
        case .dictionary(_, let value): value.names
        case .named(let name, let arguments): [name] + arguments.flatMap(\.names)
        default: []
        }
    }

    /// Returns whether a column can store the type: a scalar, an enum, or an array of these.
    fileprivate func isColumn(beside enumerations: Set<String>) -> Bool {
        switch self {
        case .optional(let inner), .array(let inner): inner.isColumn(beside: enumerations)
        case .named("Nullable", let arguments) where arguments.count == 1:
            arguments[0].isColumn(beside: enumerations)
        case .named(let name, arguments: []): Self.columns.contains(name) || enumerations.contains(name)
        default: false
        }
    }

    private static let columns: Set<String> = [
        "String", "Bool", "Int", "Int8", "Int16", "Int32", "Int64", "UInt", "UInt8", "UInt16", "UInt32", "UInt64",
        "Float", "Double", "Decimal", "UUID", "Date", "CalendarDate", "TimeOfDay", "Duration", "URL", "Data", "JSON",
    ]
}
