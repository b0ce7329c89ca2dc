import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline

extension Generator {
    /// Returns a declared serializer with all its properties. The result is cached.
    mutating func resolved(_ serializer: SerializerDeclaration, scope: [String]) -> SerializerDeclaration {
        if serializer.selection == nil, serializer.computed.isEmpty { return serializer }
        if let known = cache.resolvedSerializers[scope] { return known }
        let resolved = selecting(serializer, scope: scope)
        cache.resolvedSerializers[scope] = resolved
        return resolved
    }

    /// Returns a serializer with the model's fields that it selects, with overrides in their place, followed by the
    /// added and the computed properties.
    mutating func selecting(_ serializer: SerializerDeclaration, scope: [String]) -> SerializerDeclaration {
        var result = serializer
        let computed = serializer.computed.map(\.readOnly)
        result.computed = []
        guard let selection = serializer.selection else {
            result.properties += computed
            return result
        }
        guard let found = symbols.model(selection.model, in: scope) else {
            reportUnknownModel(selection)
            result.properties += computed
            return result
        }
        check(selection, of: serializer, found.model)
        let own = serializer.properties + computed
        var overrides = Dictionary(own.map { ($0.head.name, $0) }, uniquingKeysWith: { first, _ in first })
        let madeKey = found.model.madeKey
        let selected = selection.fields(of: found.model).map { field in
            overrides.removeValue(forKey: field.head.name)
                ?? property(of: field, selection, isReadOnly: field.isReadOnly(madeKey: madeKey), in: found.path)
        }
        result.properties = selected + own.filter { overrides[$0.head.name] != nil }
        for index in result.properties.indices { result.properties[index].saySlugAsPattern() }
        result.head.documentation = serializer.head.documentation ?? found.model.head.documentation
        return result
    }

    private func property(
        of field: ModelFieldDeclaration, _ selection: ModelSelection, isReadOnly: Bool, in scope: [String]
    ) -> PropertyDeclaration {
        var property = property(of: field, in: scope)
        let name = field.head.name
        let isWriteOnly = selection.writeOnly.contains { $0.name == name }
        if isWriteOnly { property.keywords[.writeOnly] = .literal(.boolean(true)) }
        if !isWriteOnly, isReadOnly || selection.readOnly.contains(where: { $0.name == name }) {
            property.keywords[.readOnly] = .literal(.boolean(true))
        }
        if selection.optional.contains(where: { $0.name == name }), let type = property.type {
            property.type = .optional(type.unwrapped)
        }
        return property
    }

    // MARK: Errors

    private mutating func reportUnknownModel(_ selection: ModelSelection) {
        let name = selection.model.path?.joined(separator: ".") ?? "this"
        error(
            "unknown-model", "'\(name)' is not a model", at: selection.mark,
            help: symbols.modelNames.nearest(to: name).map { "did you mean '\($0).self'?" }
                ?? "declare '@Model struct \(name)'")
    }

    private mutating func check(
        _ selection: ModelSelection, of serializer: SerializerDeclaration, _ model: ModelDeclaration
    ) {
        let sources = (serializer.properties + serializer.computed).compactMap(\.source)
        let paths = selection.paths + sources
        let known = paths.isEmpty ? [] : Set(model.fields.map(\.head.name))
        for path in paths where path.names.count > 1 || !known.contains(path.name) {
            reportUnknownField(path, model, of: serializer)
        }
        for property in serializer.properties + serializer.computed {
            guard let excluded = selection.exclude.first(where: { $0.name == property.head.name }) else { continue }
            error(
                "contradictory-selection", "'\(property.head.name)' is both excluded and declared",
                at: property.head.mark,
                help: "remove one of them", related: ("it is excluded here", excluded.mark))
        }
    }

    private mutating func reportUnknownField(
        _ path: FieldPath, _ model: ModelDeclaration, of serializer: SerializerDeclaration
    ) {
        let name = path.names.joined(separator: ".")
        error(
            "unknown-field",
            "'\(serializer.head.name)' names '\(name)', but model '\(model.head.name)' has no such field",
            at: path.mark,
            help: model.fields.map(\.head.name).nearest(to: path.name).map { "did you mean '\\.\($0)'?" },
            related: ("the model is declared here", model.head.mark))
    }
}

extension ModelSelection {
    /// Returns the selected fields of a model: those in `fields:`, in that order, or else all except those in
    /// `exclude:`.
    fileprivate func fields(of model: ModelDeclaration) -> [ModelFieldDeclaration] {
        if let fields {
            let all = Dictionary(model.fields.map { ($0.head.name, $0) }, uniquingKeysWith: { first, _ in first })
            return fields.compactMap { all[$0.name] }
        }
        let excluded = Set(exclude.map(\.name))
        return model.fields.filter { !excluded.contains($0.head.name) }
    }
}

extension PropertyDeclaration {
    /// The computed property as a read-only property of the document.
    fileprivate var readOnly: PropertyDeclaration {
        var property = self
        if property.keywords[.readOnly] == nil { property.keywords[.readOnly] = .literal(.boolean(true)) }
        return property
    }
}
