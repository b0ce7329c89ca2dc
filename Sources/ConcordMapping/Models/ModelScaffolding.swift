import ConcordDeclarations
import ConcordOpenAPI
import ConcordOutline

extension Program {
    /// The same program with models: each schema that one path lists and the path below it fetches by key becomes a
    /// `@Model` and the `@Serializer(of:)` of it, where that form states exactly the same document.
    public func withModels() -> Program {
        guard let original = document else { return self }
        let proof = ModelProof(program: self, original: original)
        var chosen: [String: ModelForm] = [:]
        for form in ModelForm.allCases {
            let names = ResourceTypes(self).names.filter { chosen[$0] == nil && model($0, form) != nil }
            for name in proof.holding(names, form, beside: chosen) { chosen[name] = form }
        }
        return chosen.isEmpty ? self : replacing(chosen)
    }

    /// The document that the declarations state.
    fileprivate var document: Document? {
        let generated = Document.generate(from: self)
        return generated.diagnostics.contains { $0.severity == .error } ? nil : generated.document
    }
}

/// How a serializer is said by a model.
private enum ModelForm: CaseIterable {
    /// The serializer says nothing more than which model it is of.
    case plain
    /// The serializer states the key, since clients choose what the model would make.
    case withKey
}

/// Tries which serializers can be said by models without a change of the document.
private struct ModelProof {
    let program: Program
    let original: Document

    /// Those of `names` that can, found by halving: most can, or the reason is one of a few.
    func holding(_ names: [String], _ form: ModelForm, beside chosen: [String: ModelForm]) -> [String] {
        guard !names.isEmpty else { return [] }
        var forms = chosen
        for name in names { forms[name] = form }
        if let document = program.replacing(forms).document, isOriginal(document) { return names }
        guard names.count > 1 else { return [] }
        let middle = names.count / 2
        let first = holding(Array(names[..<middle]), form, beside: chosen)
        let rest = Array(names[middle...])
        return first + holding(rest, form, beside: chosen.merging(first.map { ($0, form) }) { $1 })
    }

    private func isOriginal(_ document: Document) -> Bool {
        DocumentDifference(from: original, to: document).findings.isEmpty
    }
}

/// The types that have a collection and a detail: `GET /dogs` answers a list of what `GET /dogs/{id}` answers.
private struct ResourceTypes {
    private(set) var names: [String] = []

    init(_ program: Program) {
        var lists: [String: String] = [:]
        var details: [String: String] = [:]
        for case .view(let view) in program.declarations where view.kind == .path {
            guard let result = view.operations.first(where: { $0.method == "GET" })?.result else { continue }
            switch result {
            case .array(.named(let name, arguments: [])): lists[view.path] = name
            case .named(let name, arguments: []): details[view.path] = name
            default: break
            }
        }
        var seen: Set<String> = []
        for (path, name) in details.sorted(by: { $0.key < $1.key }) where path.hasSuffix("}") {
            let collection = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
            let isListed = lists[collection] == name || lists[collection + "/"] == name
            if isListed, seen.insert(name).inserted { names.append(name) }
        }
    }
}

extension Program {
    /// The model and the serializer of it that say what a plain serializer says; nothing where a model can't.
    fileprivate func model(_ name: String, _ form: ModelForm) -> (ModelDeclaration, SerializerDeclaration)? {
        guard let serializer = plainSerializer(name) else { return nil }
        guard let key = serializer.properties.first(where: { $0.head.name == "id" }),
            form == .plain || key.keywords[.readOnly] == nil
        else { return nil }
        var fields: [ModelFieldDeclaration] = []
        for property in serializer.properties {
            guard let type = property.type else { return nil }
            var keywords = property.keywords
            let isKey = property.head.name == key.head.name
            if isKey, form == .plain { keywords[.readOnly] = nil }
            let head = property.head
            fields.append(
                ModelFieldDeclaration(
                    head, type: isKey ? type.unwrapped : type, initialValue: property.initialValue, keywords: keywords))
        }
        var model = ModelDeclaration(DeclarationHead(name), fields: fields, nested: serializer.nested)
        model.head.documentation = serializer.head.documentation
        var other = SerializerDeclaration(DeclarationHead(name + "Serializer"), keywords: serializer.keywords)
        other.selection = ModelSelection(.named(name))
        other.keys = serializer.keys
        other.head.fragments = serializer.head.fragments
        if Generator.componentName(other.head) != serializer.head.effectiveWireName {
            other.head.wireName = serializer.head.effectiveWireName
        }
        if form == .withKey { other.properties = [key] }
        return (model, other)
    }

    /// A serializer whose properties could be columns.
    private func plainSerializer(_ name: String) -> SerializerDeclaration? {
        let names = Set(declarations.map(\.head.name))
        guard !names.contains(name + "Serializer") else { return nil }
        for case .serializer(let serializer) in declarations where serializer.head.name == name {
            let isPlain =
                serializer.selection == nil && serializer.genericParameters.isEmpty && serializer.computed.isEmpty
                && serializer.discriminator == nil && serializer.additionalRequired.isEmpty
                && !serializer.propertiesBeside && serializer.nested.allSatisfy(\.isEnumeration)
            guard isPlain, serializer.properties.allSatisfy({ isColumn($0, of: serializer) }) else { return nil }
            return serializer
        }
        return nil
    }

    private func isColumn(_ property: PropertyDeclaration, of serializer: SerializerDeclaration) -> Bool {
        guard property.role == .own, property.constant == nil, property.encoding.isEmpty, !property.isIndirect,
            let type = property.type
        else { return false }
        let enumerations = (serializer.nested + declarations).filter(\.isEnumeration).map(\.head.name)
        return type.isColumn(beside: Set(enumerations))
    }

    /// The program with these types said by models.
    fileprivate func replacing(_ forms: [String: ModelForm]) -> Program {
        let renaming = TypeRenaming(Dictionary(uniqueKeysWithValues: forms.keys.map { ($0, $0 + "Serializer") }))
        var outlines: [Declaration] = []
        for declaration in declarations {
            guard let form = forms[declaration.head.name], let (model, serializer) = model(declaration.head.name, form)
            else {
                outlines += renaming([declaration.outline])
                continue
            }
            outlines += [model.outline, serializer.outline]
        }
        return Program.read([SourceFile(path: "API.swift", declarations: outlines)]).program
    }
}

extension TypeDeclaration {
    fileprivate var isEnumeration: Bool {
        if case .enumeration = self { true } else { false }
    }
}

extension TypeExpression {
    /// Whether a column can hold this: a scalar, a case, a list of either.
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
