import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

/// The Swift names of a program and its nested types, keyed by the names in the document.
package struct DeclaredNames {
    /// The names with a key in the document.
    package private(set) var named: [String: String] = [:]
    /// The branches of each union that weren't inserted, in order.
    package private(set) var branches: [String: [String]] = [:]

    package init(of program: Program) {
        for declaration in program.declarations { add(declaration, in: "") }
    }

    /// Returns the names that another program has changed or removed.
    package func moved(in other: DeclaredNames) -> [String] {
        let names = named.compactMap { key, name in
            other.named[key] == name ? nil : "\(key): '\(name)' is '\(other.named[key] ?? "nothing")' now"
        }
        let cases = branches.compactMap { key, names in
            other.branches[key] == names ? nil : "\(key): \(names) are \(other.branches[key] ?? []) now"
        }
        return (names + cases).sorted()
    }

    private mutating func add(_ declaration: TypeDeclaration, in place: String) {
        let head = declaration.head
        let key = place + "/" + (place.isEmpty ? "\(declaration.kind) \(head.wireName ?? head.name)" : head.name)
        named[key] = head.name
        switch declaration {
        case .serializer(let serializer):
            for property in serializer.properties where property.role == .own {
                add("\(key)#\(serializer.wireName(of: property))", property.head.name, property.type)
            }
        case .enumeration(let enumeration):
            for value in enumeration.cases { named["\(key)#\(value.value)"] = value.name }
        case .union(let union):
            branches[key] = union.cases.filter { !isInserted($0, in: union) }.map { branch in
                "\(branch.head.name) \(branch.payload.map { SwiftPrinter().print($0) } ?? "")"
            }
        case .view(let view): add(view, at: key)
        default: break
        }
        for nested in declaration.nested where !isInserted(nested) { add(nested, in: key) }
    }

    private mutating func add(_ view: ViewDeclaration, at key: String) {
        for input in view.inputs { add(input, of: key) }
        for operation in view.operations where operation.head.documentation != RandomInsertions.mark {
            add("\(key)#\(operation.method)", operation.head.name, operation.result)
            for input in operation.inputs { add(input, of: "\(key)#\(operation.method)") }
        }
    }

    private mutating func add(_ input: InputDeclaration, of key: String) {
        add("\(key)#\(input.source.rawValue) \(input.head.wireName ?? input.head.name)", input.head.name, input.type)
    }

    private mutating func add(_ key: String, _ name: String, _ type: TypeExpression?) {
        named[key] = name + (type.map { ": " + SwiftPrinter().print($0) } ?? "")
    }

    private func isInserted(_ branch: UnionDeclaration.Case, in union: UnionDeclaration) -> Bool {
        let type = union.nested.first { nested in branch.payload.map { $0 == .named(nested.head.name) } ?? false }
        return branch.head.documentation == RandomInsertions.mark || type.map(isInserted) ?? false
    }

    private func isInserted(_ declaration: TypeDeclaration) -> Bool {
        declaration.head.documentation == RandomInsertions.mark
    }
}

extension TypeDeclaration {
    /// The kind of a declaration, which distinguishes declarations with the same name.
    fileprivate var kind: String {
        switch self {
        case .view(let view): view.kind == .webhook ? "webhook" : "path"
        case .parameter: "parameter"
        case .requestBody: "body"
        case .response: "response"
        case .responseHeader: "header"
        case .securityScheme: "scheme"
        case .constant: "constant"
        case .api: "api"
        default: "schema"
        }
    }
}
