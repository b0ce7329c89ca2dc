/// New names for types, applied wherever declarations refer to them.
public struct TypeRenaming: Sendable {
    /// The new names of declared types, keyed by the old ones.
    private let names: [String: String]
    /// Returns the new path of a type, or `nil` if it stays the same.
    private let newPath: @Sendable ([String]) -> [String]?
    /// Whether a nested type or a generic parameter hides another type with its name.
    private let respectsScopes: Bool
    /// The names of the nested types and generic parameters that are visible at the current place.
    private var hiding: Set<String> = []

    /// Creates a renaming of types and of the references to them.
    ///
    /// - Parameter names: The new names, keyed by the old ones.
    public init(_ names: [String: String]) {
        self.names = names
        newPath = { path in path.first.flatMap { names[$0] }.map { [$0] + path.dropFirst() } }
        respectsScopes = false
    }

    /// Creates a renaming of references. Nested types and generic parameters hide other types with the same name.
    ///
    /// - Parameter newPath: Returns the new path of a type, or `nil` if it stays the same.
    package init(ofReferences newPath: @escaping @Sendable (_ path: [String]) -> [String]?) {
        names = [:]
        self.newPath = newPath
        respectsScopes = true
    }

    /// Returns the declarations with the new names.
    public func callAsFunction(_ declarations: [Declaration]) -> [Declaration] {
        names.isEmpty && !respectsScopes ? declarations : declarations.map(renamed)
    }

    private func renamed(_ name: String) -> String { names[name] ?? name }

    private func renamed(_ declaration: Declaration) -> Declaration {
        var result = declaration
        result.attributes = declaration.attributes.map(renamed)
        switch declaration.kind {
        case .structure(let body): result.kind = .structure(renamed(body))
        case .enumeration(let body): result.kind = .enumeration(renamed(body))
        case .alias(let name, let parameters, let type):
            let inner = hiding(parameters)
            result.kind = .alias(name: renamed(name), genericParameters: parameters, type: inner.renamed(type))
        case .variable(let variable): result.kind = .variable(renamed(variable))
        case .function(let function): result.kind = .function(hiding(function.genericParameters).renamed(function))
        case .enumCase(let elements): result.kind = .enumCase(elements.map(renamed))
        default: break
        }
        return result
    }

    private func renamed(_ body: TypeBody) -> TypeBody {
        var result = body
        let inner = hiding(body.genericParameters, body.members)
        result.name = renamed(body.name)
        result.inheritance = body.inheritance.map(renamed)
        result.members = body.members.map(inner.renamed)
        return result
    }

    /// Returns the renaming inside a declaration with generic parameters and nested types.
    private func hiding(_ genericParameters: [String], _ members: [Declaration] = []) -> TypeRenaming {
        guard respectsScopes else { return self }
        var result = self
        result.hiding.formUnion(
            genericParameters.map { String($0.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) })
        result.hiding.formUnion(members.compactMap(\.typeName))
        return result
    }

    private func renamed(_ variable: Variable) -> Variable {
        var result = variable
        result.type = variable.type.map(renamed)
        result.initialValue = variable.initialValue.map(renamed)
        if respectsScopes { result.getter = renamed(variable.getter) }
        return result
    }

    private func renamed(_ function: Function) -> Function {
        var result = function
        result.result = function.result.map(renamed)
        result.parameters = function.parameters.map { parameter in
            var result = parameter
            result.attributes = parameter.attributes.map(renamed)
            result.type = renamed(parameter.type)
            result.defaultValue = parameter.defaultValue.map(renamed)
            return result
        }
        if respectsScopes { result.code = renamed(function.code) }
        return result
    }

    private func renamed(_ code: CodeFacts) -> CodeFacts {
        var result = code
        result.value = code.value.map(renamed)
        result.thrown = code.thrown.map { .init(renamed($0.error), mark: $0.mark) }
        return result
    }

    private func renamed(_ element: CaseElement) -> CaseElement {
        var result = element
        result.payload = element.payload.map { .init(label: $0.label, renamed($0.type)) }
        return result
    }

    private func renamed(_ attribute: Attribute) -> Attribute {
        var result = attribute
        result.arguments = attribute.arguments.map { $0.map(renamed) }
        return result
    }

    private func renamed(_ argument: Argument) -> Argument {
        Argument(argument.label, renamed(argument.value), mark: argument.mark)
    }

    /// Returns the new path of a type, or `nil` if it stays the same.
    private func renamed(_ path: [String]) -> [String]? {
        guard let first = path.first, hiding.isEmpty || !hiding.contains(first) else { return nil }
        return newPath(path)
    }

    private func renamed(_ type: TypeExpression) -> TypeExpression {
        switch type {
        case .named(let name, let arguments):
            TypeExpression(path: renamed([name]) ?? [name], arguments: arguments.map(renamed)) ?? type
        case .member(let base, let name, let arguments):
            base.path.flatMap { renamed($0 + [name]) }.flatMap {
                TypeExpression(path: $0, arguments: arguments.map(renamed))
            } ?? .member(renamed(base), name, arguments: arguments.map(renamed))
        case .optional(let inner): .optional(renamed(inner))
        case .array(let inner): .array(renamed(inner))
        case .dictionary(let key, let value): .dictionary(key: renamed(key), value: renamed(value))
        case .existential(let inner): .existential(renamed(inner))
        case .opaque(let inner): .opaque(renamed(inner))
        case .metatype(let inner): .metatype(renamed(inner))
        case .tuple(let inner): .tuple(inner.map(renamed))
        case .other: type
        }
    }

    /// Returns code with the name that it begins with renamed: `Plant.objects.filter { … }`.
    private func renamed(code: String) -> String {
        let name = code.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        let path = name.split(separator: ".").map { String($0) }
        guard name.first != ".", let renamed = renamed(path) else { return code }
        return renamed.joined(separator: ".") + code[name.endIndex...]
    }

    private func renamed(_ expression: Expression) -> Expression {
        switch expression {
        case .array(let elements): .array(elements.map(renamed))
        case .dictionary(let elements):
            .dictionary(elements.map { .init(renamed($0.key), renamed($0.value)) })
        case .member(let base, let name):
            expression.namePath.flatMap(renamed).flatMap(Expression.init(namePath:))
                ?? .member(base.map(renamed), name)
        case .reference(let name): renamed([name]).flatMap(Expression.init(namePath:)) ?? expression
        case .type(let type): .type(renamed(type))
        case .call(let callee, let arguments): .call(renamed(callee), arguments.map(renamed))
        case .keyPath(let root, let path): .keyPath(root: root.map(renamed), path)
        case .dynamic(let text): .dynamic(respectsScopes ? renamed(code: text) : text)
        case .null, .boolean, .number, .string: expression
        }
    }
}

extension TypeExpression {
    /// Creates the type with a path and generic arguments of its last component, or returns `nil` if the path is empty.
    fileprivate init?(path: [String], arguments: [TypeExpression]) {
        guard let last = path.last else { return nil }
        let base = TypeExpression(path: path.dropLast())
        self = base.map { .member($0, last, arguments: arguments) } ?? .named(last, arguments: arguments)
    }
}

extension Expression {
    /// The components of a name: `["Plant", "objects"]` for `Plant.objects`.
    fileprivate var namePath: [String]? {
        switch self {
        case .reference(let name): [name]
        case .member(let base?, let name): base.namePath.map { $0 + [name] }
        default: nil
        }
    }

    /// Creates the expression with a path, or returns `nil` if the path is empty.
    fileprivate init?(namePath path: [String]) {
        guard let first = path.first else { return nil }
        self = path.dropFirst().reduce(.reference(first)) { .member($0, $1) }
    }
}

extension Declaration {
    /// The name of a declared type, or `nil` for any other declaration.
    package var typeName: String? {
        switch kind {
        case .structure(let body), .enumeration(let body), .classOrActor(let body, _): body.name
        case .alias(let name, _, _): name
        default: nil
        }
    }
}
