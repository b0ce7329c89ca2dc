/// New names for types, applied wherever declarations refer to them.
public struct TypeRenaming: Sendable {
    /// The new names, keyed by the old ones.
    private let names: [String: String]

    /// Creates a renaming.
    ///
    /// - Parameter names: The new names, keyed by the old ones.
    public init(_ names: [String: String]) {
        self.names = names
    }

    /// Returns the declarations with the new names.
    public func callAsFunction(_ declarations: [Declaration]) -> [Declaration] {
        names.isEmpty ? declarations : declarations.map(renamed)
    }

    private func renamed(_ name: String) -> String { names[name] ?? name }

    private func renamed(_ declaration: Declaration) -> Declaration {
        var result = declaration
        result.attributes = declaration.attributes.map(renamed)
        switch declaration.kind {
        case .structure(let body): result.kind = .structure(renamed(body))
        case .enumeration(let body): result.kind = .enumeration(renamed(body))
        case .alias(let name, let parameters, let type):
            result.kind = .alias(name: renamed(name), genericParameters: parameters, type: renamed(type))
        case .variable(let variable): result.kind = .variable(renamed(variable))
        case .function(let function): result.kind = .function(renamed(function))
        case .enumCase(let elements): result.kind = .enumCase(elements.map(renamed))
        default: break
        }
        return result
    }

    private func renamed(_ body: TypeBody) -> TypeBody {
        var result = body
        result.name = renamed(body.name)
        result.inheritance = body.inheritance.map(renamed)
        result.members = body.members.map(renamed)
        return result
    }

    private func renamed(_ variable: Variable) -> Variable {
        var result = variable
        result.type = variable.type.map(renamed)
        result.initialValue = variable.initialValue.map(renamed)
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

    private func renamed(_ type: TypeExpression) -> TypeExpression {
        switch type {
        case .named(let name, let arguments): .named(renamed(name), arguments: arguments.map(renamed))
        case .member(let base, let name, let arguments):
            .member(renamed(base), name, arguments: arguments.map(renamed))
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

    private func renamed(_ expression: Expression) -> Expression {
        switch expression {
        case .array(let elements): .array(elements.map(renamed))
        case .dictionary(let elements):
            .dictionary(elements.map { .init(renamed($0.key), renamed($0.value)) })
        case .member(let base, let name): .member(base.map(renamed), name)
        case .reference(let name): .reference(renamed(name))
        case .type(let type): .type(renamed(type))
        case .call(let callee, let arguments): .call(renamed(callee), arguments.map(renamed))
        case .keyPath(let root, let path): .keyPath(root: root.map(renamed), path)
        case .null, .boolean, .number, .string, .dynamic: expression
        }
    }
}
