import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordSwiftReader

/// The types of Swift sources by their qualified names, with the members that extensions add.
struct SourceTypes {
    private var types: [String: Declaration] = [:]
    private var members: [String: [Declaration]] = [:]
    private var parents: [String: [TypeExpression]] = [:]
    /// The qualified names of all types, in source order.
    private(set) var names: [String] = []

    init(_ files: [SourceFile]) {
        for file in files {
            for declaration in file.declarations { add(declaration, in: []) }
        }
    }

    private mutating func add(_ declaration: Declaration, in scope: [String]) {
        switch declaration.kind {
        case .structure(let body), .enumeration(let body), .classOrActor(let body, _):
            add(declaration, body.name, scope)
            add(body, (scope + [body.name]).joined(separator: "."))
        case .extensionDeclaration(let body): add(body, body.name)
        case .protocolDeclaration(let body): parents[body.name, default: []] += body.inheritance
        case .alias(let name, _, _): add(declaration, name, scope)
        default: break
        }
    }

    private mutating func add(_ declaration: Declaration, _ name: String, _ scope: [String]) {
        let path = (scope + [name]).joined(separator: ".")
        if types.updateValue(declaration, forKey: path) == nil { names.append(path) }
    }

    private mutating func add(_ body: TypeBody, _ path: String) {
        members[path, default: []] += body.members
        parents[path, default: []] += body.inheritance
        for member in body.members { add(member, in: path.split(separator: ".").map(String.init)) }
    }

    /// Returns the qualified name of the type that a name refers to inside a type, or `nil` if the sources don't
    /// declare it.
    func find(_ path: [String], in scope: [String] = []) -> String? {
        for depth in stride(from: scope.count, through: 0, by: -1) {
            let name = (scope[..<depth] + path).joined(separator: ".")
            if types[name] != nil { return name }
        }
        // The first name may be a module's.
        return path.count > 1 ? find(Array(path.dropFirst())) : nil
    }

    /// Returns the declaration of a type.
    func declaration(of name: String) -> Declaration? { types[name] }

    /// Returns the members of a type, with those that extensions add.
    func members(of name: String) -> [Declaration] { members[name] ?? [] }

    /// Returns the types in the inheritance clauses of a type and its extensions.
    func parents(of name: String) -> [TypeExpression] { parents[name] ?? [] }

    /// Returns whether a type or one of its extensions declares the conformance to a protocol, or to one that refines
    /// it.
    func states(_ protocolName: String, of name: String) -> Bool { states(protocolName, of: name, depth: 0) }

    private func states(_ protocolName: String, of name: String, depth: Int) -> Bool {
        guard depth < Self.longestChain else { return false }
        return parents(of: name).contains { parent in
            guard let path = parent.path else { return false }
            return path.last == protocolName
                || states(protocolName, of: path.joined(separator: "."), depth: depth + 1)
        }
    }

    /// Returns the value of a static property of a type, or of a function without parameters.
    func staticValue(_ property: String, of name: String) -> Argument? {
        TypeBody(name, members: members(of: name)).staticValue(property)
    }
}

/// A type in an array of types, such as `Product.self`.
struct ListedType {
    var path: [String]
    var mark: SourceMark
}

extension SourceTypes {
    /// The maximum number of declarations that refer to each other. A longer chain is circular.
    private static let longestChain = 20

    /// Returns the types in a static array of types, or `nil` if it is computed. A type without the property has none.
    func list(_ property: String, of name: String) -> [ListedType]? {
        guard let value = staticValue(property, of: name) else { return [] }
        return list(.value(value.value), value.mark, in: name, depth: 0)
    }

    private func list(_ code: CodeExpression, _ mark: SourceMark, in scope: String, depth: Int) -> [ListedType]? {
        guard depth < Self.longestChain else { return nil }
        switch code {
        case .operation("+", let operands):
            let lists = operands.compactMap { list($0, mark, in: scope, depth: depth + 1) }
            return lists.count == operands.count ? lists.flatMap(\.self) : nil
        case .operation: return nil
        case .value(.array(let elements)):
            let listed = elements.enumerated().compactMap { index, element -> ListedType? in
                guard case .type(let type) = element, let path = type.path else { return nil }
                return ListedType(path: path, mark: mark.element(index))
            }
            return listed.count == elements.count ? listed : nil
        case .value(.dynamic(let text)):
            guard let code = SwiftReader().codeExpression(in: text), case .operation = code else { return nil }
            return list(code, mark, in: scope, depth: depth + 1)
        case .value(let value):
            guard var path = value.typePath, let property = path.popLast() else { return nil }
            let owner = path.isEmpty || path == ["Self"] ? scope : find(path, in: scope.components)
            guard let owner, let value = staticValue(property, of: owner) else { return nil }
            return list(.value(value.value), value.mark, in: owner, depth: depth + 1)
        }
    }
}

extension String {
    /// The names in a qualified name.
    var components: [String] { split(separator: ".").map(String.init) }
}
