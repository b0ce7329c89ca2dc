import ConcordOutline

/// The constants of a program whose values its text states: `let pageSize = 50` at file level, `static let` in a type.
///
/// A name that stands for one is replaced by the value before declarations are read. Examples and links keep their names,
/// which are those of components.
struct Constants {
    private var values: [String: Constant] = [:]

    /// What a constant stands for, and its type where one is written.
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
        case .structure(let body), .enumeration(let body), .extensionDeclaration(let body),
            .classOrActor(let body, _):
            for member in body.members { add(member, scope: scope + body.name + ".") }
        default: break
        }
    }

    /// The files with values in place of names.
    func followed(in files: [SourceFile]) -> [SourceFile] {
        values.isEmpty
            ? files
            : files.map { file in
                var file = file
                file.declarations = file.declarations.map { followed($0, scope: []) }
                return file
            }
    }

    // MARK: Declarations

    private func followed(_ declaration: Declaration, scope: [String]) -> Declaration {
        var declaration = declaration
        for index in declaration.attributes.indices {
            follow(&declaration.attributes[index], scope)
        }
        switch declaration.kind {
        case .structure(let body): declaration.kind = .structure(followed(body, scope))
        case .enumeration(let body): declaration.kind = .enumeration(followed(body, scope))
        case .variable(var variable):
            guard variable.accessors == nil, let value = variable.initialValue else { break }
            if variable.type == nil { variable.type = type(of: value, scope) }
            variable.initialValue = followed(value, scope, type: variable.type?.path, depth: 0)
            declaration.kind = .variable(variable)
        case .function(var function):
            for index in function.parameters.indices { follow(&function.parameters[index], scope) }
            declaration.kind = .function(function)
        default: break
        }
        return declaration
    }

    /// The type that a name gives to what is initialised with it.
    private func type(of value: Expression, _ scope: [String]) -> TypeExpression? {
        value.constantPath(of: nil).flatMap { find($0, in: scope) }?.constant.type
    }

    private func followed(_ body: TypeBody, _ scope: [String]) -> TypeBody {
        var body = body
        body.members = body.members.map { followed($0, scope: scope + [body.name]) }
        return body
    }

    private func follow(_ parameter: inout Function.Parameter, _ scope: [String]) {
        for index in parameter.attributes.indices {
            follow(&parameter.attributes[index], scope)
        }
        if let value = parameter.defaultValue {
            parameter.defaultValue = followed(value, scope, type: parameter.type.path, depth: 0)
        }
    }

    /// Follows the names that may stand in an attribute, where a macro reads them, too.
    private func follow(_ attribute: inout Attribute, _ scope: [String]) {
        guard let arguments = attribute.arguments, !arguments.isEmpty else { return }
        var label: String?
        for (index, argument) in arguments.enumerated() {
            label = argument.label ?? label
            guard NamedValues.mayStand(under: label, at: index, of: attribute.name) || !argument.value.isName else {
                continue
            }
            attribute.arguments?[index].value = followedWhereNamed(argument.value, scope)
        }
    }

    private func followedWhereNamed(_ value: Expression, _ scope: [String]) -> Expression {
        guard case .call(let callee, let arguments) = value else {
            return followed(value, scope, type: nil, depth: 0)
        }
        let followed = arguments.map { argument in
            let mayStand = argument.label.map(NamedValues.mayStand) ?? true
            return mayStand || !argument.value.isName
                ? Argument(argument.label, followedWhereNamed(argument.value, scope), mark: argument.mark) : argument
        }
        return .call(callee, followed)
    }

    // MARK: Values

    /// A chain of constants longer than this goes round in a circle, or nobody would follow it.
    private static let longestChain = 20

    private func followed(_ arguments: [Argument], _ scope: [String], depth: Int) -> [Argument] {
        arguments.map { Argument($0.label, followed($0.value, scope, type: nil, depth: depth), mark: $0.mark) }
    }

    private func followed(_ value: Expression, _ scope: [String], type: [String]?, depth: Int) -> Expression {
        guard depth < Self.longestChain else { return value }
        switch value {
        case .reference, .member:
            guard let path = value.constantPath(of: type), let found = find(path, in: scope) else { return value }
            return followed(found.constant.value, found.scope, type: nil, depth: depth + 1)
        case .array(let elements):
            return .array(elements.map { followed($0, scope, type: nil, depth: depth + 1) })
        case .dictionary(let elements):
            return .dictionary(elements.map { .init($0.key, followed($0.value, scope, type: nil, depth: depth + 1)) })
        case .call(let callee, let arguments):
            return .call(callee, followed(arguments, scope, depth: depth + 1))
        default: return value
        }
    }

    /// The value of a name at a place, as Swift finds it: innermost scope first.
    private func find(_ path: [String], in scope: [String]) -> (constant: Constant, scope: [String])? {
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

    /// Whether it is a value that is a component, at file level.
    fileprivate var isComponent: Bool {
        guard case .call(let callee, _) = self else { return false }
        return ConstantDeclaration.shapes.contains { $0.rawValue == callee.lastName }
    }

    /// The path of a name that may be a constant's; a member without a base is one of the expected type.
    fileprivate func constantPath(of type: [String]?) -> [String]? {
        switch self {
        case .member(nil, let name): type.map { $0 + [name] }
        default: typePath
        }
    }
}
