import ConcordOutline

extension Declaration.Kind {
    var typeBody: TypeBody? {
        switch self {
        case .structure(let body), .enumeration(let body), .classOrActor(let body, _), .protocolDeclaration(let body),
            .extensionDeclaration(let body):
            body
        default: nil
        }
    }

    var typeKeyword: String? {
        switch self {
        case .structure: "struct"
        case .enumeration: "enum"
        case .classOrActor(_, let keyword): keyword
        case .protocolDeclaration: "protocol"
        default: nil
        }
    }

    var variable: Variable? {
        if case .variable(let variable) = self { variable } else { nil }
    }

    var function: Function? {
        if case .function(let function) = self { function } else { nil }
    }

    var alias: (name: String, genericParameters: [String], type: TypeExpression)? {
        if case .alias(let name, let genericParameters, let type) = self {
            (name, genericParameters, type)
        } else {
            nil
        }
    }

    /// The only element of a `case` declaration.
    var caseElement: CaseElement? {
        if case .enumCase(let elements) = self, elements.count == 1 { elements[0] } else { nil }
    }
}

extension Declaration {
    /// The declared name, or `nil` if the declaration has none.
    var name: String? {
        switch kind {
        case .extensionDeclaration, .other: nil
        case .structure, .enumeration, .classOrActor, .protocolDeclaration: kind.typeBody?.name
        case .alias(let name, _, _): name
        case .variable(let variable): variable.name
        case .function(let function): function.name
        case .enumCase(let elements): elements.first?.name
        }
    }

    /// The members, with a separate declaration for each element of a `case` declaration.
    var items: [Declaration] { kind.typeBody?.members.flatMap(\.single) ?? [] }

    /// The declarations with one element each for a `case` declaration, or else the declaration itself.
    var single: [Declaration] {
        guard case .enumCase(let elements) = kind, elements.count > 1 else { return [self] }
        return elements.map { element in
            var line = self
            line.kind = .enumCase([element])
            line.mark = element.mark
            return line
        }
    }

    /// Whether the declaration is an enum case that is preferably written on a line with others.
    var isPlainCase: Bool {
        guard let element = kind.caseElement else { return false }
        return fitsCaseLine && element.payload.isEmpty && element.rawValue == nil
    }

    /// Whether the declaration is an enum case that can be written on a line with others.
    var fitsCaseLine: Bool { kind.caseElement != nil && documentation == nil && attributes.isEmpty }
}

extension Attribute {
    /// The first argument, if it is a string without a label.
    var wireName: String? {
        guard let first = arguments?.first, first.label == nil, case .string(let name) = first.value else { return nil }
        return name
    }
}

extension [Attribute] {
    /// The wire name that one of the attributes states.
    var wireName: String? { lazy.filter { $0.name != "OpenAPI" }.compactMap(\.wireName).first }
}

extension [Attribute] {
    private static let sources: Set<String> = ["Path", "Query", "Header", "Cookie", "QueryString"]

    /// The location of a parameter in a request, which distinguishes it from other parameters with the same name.
    var inputSource: String? { lazy.map(\.name).first { Self.sources.contains($0) } }

    /// Returns the name in the path of a parameter with these attributes, or `nil` if it isn't a path parameter.
    func pathParameter(_ name: String) -> String? {
        contains { $0.name == "Path" } ? wireName ?? name : nil
    }

    /// Returns the attributes with the name in the path as an argument of `@Path`.
    func namingPathParameter(_ wireName: String) -> [Attribute] {
        map { attribute in
            guard attribute.name == "Path" else { return attribute }
            var result = attribute
            let rest = (attribute.arguments ?? []).dropFirst(attribute.wireName == nil ? 0 : 1)
            result.arguments = [Argument(nil, .string(wireName))] + rest
            return result
        }
    }
}

extension Declaration {
    /// The name in the path, or `nil` if the declaration isn't a path parameter.
    var pathParameter: String? { kind.variable.flatMap { attributes.pathParameter($0.name) } }

    /// Returns a path parameter with the Swift name that it has in the code, which function bodies use.
    func keepingPathParameter(of code: Declaration) -> Declaration {
        guard let path = pathParameter, let old = code.pathParameter, path != old, var variable = kind.variable,
            let name = code.name
        else { return self }
        var result = self
        variable.name = name
        result.kind = .variable(variable)
        result.attributes = attributes.namingPathParameter(path)
        return result
    }
}

extension Function.Parameter {
    var pathParameter: String? { attributes.pathParameter(name) }

    /// Returns a path parameter with the Swift name that it has in the code, which function bodies use.
    func keepingPathParameter(of code: Function.Parameter) -> Function.Parameter {
        guard let path = pathParameter, let old = code.pathParameter, path != old else { return self }
        var result = self
        (result.name, result.label) = (code.name, code.label)
        result.attributes = attributes.namingPathParameter(path)
        return result
    }
}
