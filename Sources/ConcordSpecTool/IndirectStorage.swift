import ConcordOutline

/// Decides which values a type stores indirectly.
///
/// Swift stores a struct inside its owner, and generates code that copies and destroys each of its fields for each type that
/// contains it, at any depth. In a document with deeply nested schemas, that is most of the code.
struct IndirectStorage {
    /// The types, by their paths.
    private var types: [String: Declaration] = [:]
    /// The sizes of the types, in words.
    private var sizes: [String: Int] = [:]

    /// The size from which a value is stored indirectly, in words.
    private static let limit = 16

    /// The sizes of types that are not declared in the document. Others have two words, as a string has.
    private static let knownSizes = [
        "Bool": 1, "Int": 1, "Int32": 1, "Int64": 1, "Float": 1, "Double": 1, "Date": 1, "URL": 1, "JSON": 3,
    ]

    /// Creates the decisions for all types of a document, by their paths.
    init(_ types: [(path: String, declaration: Declaration)]) {
        for type in types { add(type.declaration, at: type.path) }
        for path in self.types.keys.sorted() { _ = size(of: path) }
    }

    private mutating func add(_ declaration: Declaration, at path: String) {
        types[path] = declaration
        for member in declaration.typeBody?.members ?? [] {
            if let name = member.typeName { add(member, at: "\(path).\(name)") }
        }
    }

    /// Returns the declaration of a type at a path, with its large values stored indirectly. Types inside it stay the same.
    func applied(to declaration: Declaration, at path: String) -> Declaration {
        guard !declaration.modifiers.contains("indirect"), var body = declaration.typeBody else { return declaration }
        for index in body.members.indices {
            let types = body.members[index].storedTypes
            if types.contains(where: { words(of: $0, in: path) >= Self.limit }) {
                body.members[index].storeIndirectly()
            }
        }
        var declaration = declaration
        declaration.typeBody = body
        return declaration
    }

    /// Returns the size of a type, in words, with its large values stored indirectly.
    private mutating func size(of path: String) -> Int {
        if let known = sizes[path] { return known }
        // A type that contains itself stores that value indirectly already.
        sizes[path] = 1
        guard let declaration = types[path] else { return 1 }
        var size = 0
        for member in declaration.typeBody?.members ?? [] {
            var words = 0
            for type in member.storedTypes {
                if let inner = self.path(of: type, in: path) { _ = self.size(of: inner) }
                words += self.words(of: type, in: path)
            }
            if words >= Self.limit || declaration.modifiers.contains("indirect") { words = min(words, 1) }
            if case .enumCase = member.kind { size = max(size, words) } else { size += words }
        }
        sizes[path] = max(size, 1)
        return max(size, 1)
    }

    private func words(of type: TypeExpression, in scope: String) -> Int {
        switch type {
        case .optional(let wrapped): return words(of: wrapped, in: scope)
        case .named("Nullable", let arguments) where arguments.count == 1: return words(of: arguments[0], in: scope)
        case .array, .dictionary, .named("Set", _): return 1
        default:
            if let path = path(of: type, in: scope) { return sizes[path] ?? 1 }
            return type.path.flatMap { $0.last }.flatMap { Self.knownSizes[$0] } ?? 2
        }
    }

    /// Returns the path of the declared type that a type in a scope refers to.
    private func path(of type: TypeExpression, in scope: String) -> String? {
        switch type {
        case .optional(let wrapped): return path(of: wrapped, in: scope)
        case .named("Nullable", let arguments) where arguments.count == 1: return path(of: arguments[0], in: scope)
        default: break
        }
        guard let name = type.path?.joined(separator: ".") else { return nil }
        var scopes = scope.split(separator: ".")
        while true {
            let path = (scopes.map(String.init) + [name]).joined(separator: ".")
            if let found = types[path] {
                if case .alias(_, _, let target) = found.kind, target != type {
                    return self.path(of: target, in: scopes.joined(separator: "."))
                }
                return path
            }
            if scopes.popLast() == nil { return nil }
        }
    }
}

extension Declaration {
    /// The name of a declared type.
    fileprivate var typeName: String? {
        if case .alias(let name, _, _) = kind { return name }
        return typeBody?.name
    }

    /// The types of the values that a property or a case stores directly.
    fileprivate var storedTypes: [TypeExpression] {
        switch kind {
        case .variable(let variable):
            let isWrapped = attributes.contains { RunnableType.wrappers.contains($0.name) }
            guard variable.accessors == nil, !variable.isConstant, !modifiers.contains("static"), !isWrapped else {
                return []
            }
            return [variable.type ?? .named("String")]
        case .enumCase(let elements): return elements.flatMap { $0.payload.map(\.type) }
        default: return []
        }
    }

    fileprivate mutating func storeIndirectly() {
        if case .variable = kind {
            attributes.insert(Attribute("Indirect"), at: 0)
        } else {
            modifiers.insert("indirect", at: 0)
        }
    }
}
