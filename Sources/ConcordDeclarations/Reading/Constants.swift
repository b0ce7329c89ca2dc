import ConcordOutline

/// The constants of a program with literal values: `let pageSize = 50` at file level, or `static let` in a type.
///
/// Names of constants are replaced with their values before declarations are read. Examples and links keep their names,
/// which are component names.
struct Constants {
    private var values: [String: Constant] = [:]
    /// The last components of their names, for a fast check: most names that are looked up aren't constants.
    private var names: Set<String> = []

    /// The value of a constant, and its type annotation if it has one.
    private struct Constant {
        var value: Expression
        var type: TypeExpression?
    }

    init(_ files: [SourceFile]) {
        for file in files { for declaration in file.declarations { add(declaration, scope: "") } }
    }

    private mutating func add(_ declaration: Declaration, scope: String) {
        switch declaration.kind {
        case .variable(let variable):
            guard variable.isConstant, scope.isEmpty || declaration.modifiers.contains("static"),
                let value = variable.initialValue, !value.isComponent
            else { return }
            values[scope + variable.name] = Constant(value: value, type: variable.type)
            names.insert(variable.name)
        case .structure(let body), .enumeration(let body), .extensionDeclaration(let body),
            .classOrActor(let body, _):
            for member in body.members { add(member, scope: scope + body.name + ".") }
        default: break
        }
    }

    /// Returns the files with names replaced by values. Code without names of constants isn't copied.
    func followed(in files: [SourceFile]) -> [SourceFile] {
        guard !values.isEmpty else { return files }
        let followed = files.changed { file in
            file.declarations.changed { self.followed($0, scope: []) }.map {
                SourceFile(path: file.path, imports: file.imports, declarations: $0)
            }
        }
        return followed ?? files
    }

    // MARK: Declarations

    /// Returns the declaration with names replaced by values, or `nil` if it names no constant.
    private func followed(_ declaration: Declaration, scope: [String]) -> Declaration? {
        let attributes = declaration.attributes.changed { followed($0, scope) }
        let kind: Declaration.Kind? =
            switch declaration.kind {
            case .structure(let body): followed(body, scope).map(Declaration.Kind.structure)
            case .enumeration(let body): followed(body, scope).map(Declaration.Kind.enumeration)
            case .variable(let variable): followed(variable, scope).map(Declaration.Kind.variable)
            case .function(let function): followed(function, scope).map(Declaration.Kind.function)
            default: nil
            }
        if attributes == nil, kind == nil { return nil }
        var declaration = declaration
        declaration.attributes = attributes ?? declaration.attributes
        declaration.kind = kind ?? declaration.kind
        return declaration
    }

    private func followed(_ variable: Variable, _ scope: [String]) -> Variable? {
        guard variable.accessors == nil, let value = variable.initialValue else {
            return followedGetter(variable, scope)
        }
        let type = variable.type ?? self.type(of: value, scope)
        let followed = followed(value, scope, type: type?.path, depth: 0)
        if followed == nil, variable.type != nil || type == nil { return nil }
        var variable = variable
        variable.type = type
        variable.initialValue = followed ?? value
        return variable
    }

    private func followedGetter(_ variable: Variable, _ scope: [String]) -> Variable? {
        guard let value = variable.getter.value.flatMap({ followed($0, scope, type: variable.type?.path, depth: 0) })
        else { return nil }
        var variable = variable
        variable.getter.value = value
        return variable
    }

    /// Returns the type of the constant that an initial value names.
    private func type(of value: Expression, _ scope: [String]) -> TypeExpression? {
        value.constantPath(of: nil).flatMap { find($0, in: scope) }?.constant.type
    }

    private func followed(_ body: TypeBody, _ scope: [String]) -> TypeBody? {
        let inner = scope + [body.name]
        guard let members = body.members.changed({ followed($0, scope: inner) }) else { return nil }
        var body = body
        body.members = members
        return body
    }

    private func followed(_ function: Function, _ scope: [String]) -> Function? {
        guard let parameters = function.parameters.changed({ followed($0, scope) }) else { return nil }
        var function = function
        function.parameters = parameters
        return function
    }

    private func followed(_ parameter: Function.Parameter, _ scope: [String]) -> Function.Parameter? {
        let attributes = parameter.attributes.changed { followed($0, scope) }
        let value = parameter.defaultValue.flatMap { followed($0, scope, type: parameter.type.path, depth: 0) }
        if attributes == nil, value == nil { return nil }
        var parameter = parameter
        parameter.attributes = attributes ?? parameter.attributes
        parameter.defaultValue = value ?? parameter.defaultValue
        return parameter
    }

    /// Returns the attribute with names replaced by values, where a name is allowed and the macro reads it too.
    private func followed(_ attribute: Attribute, _ scope: [String]) -> Attribute? {
        guard let arguments = attribute.arguments, !arguments.isEmpty else { return nil }
        var result: Attribute?
        var label: String?
        for (index, argument) in arguments.enumerated() {
            label = argument.label ?? label
            guard !argument.value.isName || NamedValues.mayStand(under: label, at: index, of: attribute.name),
                let value = followedWhereNamed(argument.value, scope)
            else { continue }
            if result == nil { result = attribute }
            result?.arguments?[index].value = value
        }
        return result
    }

    private func followedWhereNamed(_ value: Expression, _ scope: [String]) -> Expression? {
        guard case .call(let callee, let arguments) = value else {
            return followed(value, scope, type: nil, depth: 0)
        }
        let followed = arguments.changed { argument in
            let name = argument.label ?? value.traitName
            guard !argument.value.isName || name.map(NamedValues.mayStand) ?? true else { return nil }
            return followedWhereNamed(argument.value, scope).map { Argument(argument.label, $0, mark: argument.mark) }
        }
        return followed.map { .call(callee, $0) }
    }

    // MARK: Values

    /// The maximum length of a chain of constants. A longer chain is circular, or too long for a reader to follow.
    private static let longestChain = 20

    private func followed(_ arguments: [Argument], _ scope: [String], depth: Int) -> [Argument]? {
        arguments.changed { argument in
            followed(argument.value, scope, type: nil, depth: depth).map {
                Argument(argument.label, $0, mark: argument.mark)
            }
        }
    }

    /// Returns the expression with names replaced by values, or `nil` if it names no constant.
    private func followed(_ value: Expression, _ scope: [String], type: [String]?, depth: Int) -> Expression? {
        guard depth < Self.longestChain else { return nil }
        switch value {
        case .reference, .member:
            guard let path = value.constantPath(of: type), let found = find(path, in: scope) else { return nil }
            let value = found.constant.value
            return followed(value, found.scope, type: nil, depth: depth + 1) ?? value
        case .array(let elements):
            return elements.changed { followed($0, scope, type: nil, depth: depth + 1) }.map(Expression.array)
        case .dictionary(let elements):
            let followed = elements.changed { element in
                self.followed(element.value, scope, type: nil, depth: depth + 1).map { .init(element.key, $0) }
            }
            return followed.map(Expression.dictionary)
        case .call(let callee, let arguments):
            return followed(arguments, scope, depth: depth + 1).map { .call(callee, $0) }
        default: return nil
        }
    }

    /// Returns the value of a name in a scope, as Swift finds it: the innermost scope first.
    private func find(_ path: [String], in scope: [String]) -> (constant: Constant, scope: [String])? {
        guard let name = path.last, names.contains(name) else { return nil }
        for depth in stride(from: scope.count, through: 0, by: -1) {
            let candidate = scope[..<depth] + path
            if let found = values[candidate.joined(separator: ".")] { return (found, Array(candidate.dropLast())) }
        }
        return nil
    }
}

extension Expression {
    fileprivate var isName: Bool {
        switch self {
        case .reference, .member: true
        default: false
        }
    }

    /// Whether the expression creates a component at file level.
    fileprivate var isComponent: Bool {
        guard case .call(let callee, _) = self else { return false }
        return ConstantDeclaration.shapes.contains { $0.rawValue == callee.lastName }
    }

    /// Returns the path of a name that may be a constant. A member without a base is one of the expected type.
    fileprivate func constantPath(of type: [String]?) -> [String]? {
        switch self {
        case .member(nil, let name): type.map { $0 + [name] }
        default: typePath
        }
    }
}

extension Array {
    /// Returns the array with the changed elements, or `nil` if no element changes.
    fileprivate func changed(_ change: (Element) -> Element?) -> [Element]? {
        var result: [Element]?
        for index in indices {
            guard let element = change(self[index]) else { continue }
            if result == nil { result = self }
            result?[index] = element
        }
        return result
    }
}
