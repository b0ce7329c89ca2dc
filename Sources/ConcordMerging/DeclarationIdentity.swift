import ConcordOutline

/// What makes two versions of a declaration the same: what it is on the wire, or, where that has changed, its name.
struct DeclarationIdentity: Hashable {
    private let kind: String
    private let name: String

    private init(_ kind: String, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// The identity by the declared name; nothing for what declares none.
    init?(nameOf declaration: Declaration) {
        guard let name = declaration.name else { return nil }
        switch declaration.kind {
        case .variable: self.init(declaration.modifiers.contains("static") ? "static" : "property", name)
        case .function(let function):
            // A developer's function may share the name of an operation.
            let isOperation = Self.method(of: declaration) != nil
            let labels = isOperation ? "" : function.parameters.map { $0.label ?? $0.name }.joined(separator: ":")
            self.init(isOperation ? "operation" : "function", "\(name)(\(labels))")
        case .enumCase: self.init("case", name)
        default: self.init(Self.role(of: declaration), name)
        }
    }

    /// The section of the document that a type stands for: a view may have the name that a schema had, and a parameter
    /// that of a header.
    private static func role(of declaration: Declaration) -> String {
        let role = declaration.attributes.map(\.name).first { $0 != "OpenAPI" && $0 != "Field" }
        return role == "Serializer" ? "" : role ?? ""
    }

    /// The identity by what is on the wire: a view's path, an operation's method, a component's or a property's name.
    init?(wireNameOf declaration: Declaration) {
        guard let name = declaration.name else { return nil }
        switch declaration.kind {
        case .variable:
            if declaration.modifiers.contains("static") { return nil }
            self.init("property", declaration.attributes.wireName ?? name)
        case .function:
            guard let method = Self.method(of: declaration) else { return nil }
            self.init("operation", method)
        case .enumCase(let elements):
            if case .string(let value)? = elements.first?.rawValue {
                self.init("case", value)
            } else {
                self.init("case", name)
            }
        default:
            let role = Self.role(of: declaration)
            self.init(role, role == "API" ? "" : declaration.attributes.wireName ?? name)
        }
    }

    private static func method(of declaration: Declaration) -> String? {
        let methods: Set<String> = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"]
        return declaration.attributes.lazy.compactMap { attribute in
            attribute.name == "Operation" ? attribute.wireName : methods.contains(attribute.name) ? attribute.name : nil
        }.first
    }
}

/// Which declarations of one version are which of another.
struct DeclarationMatch {
    /// The index in the second list of each declaration of the first that is there.
    let indices: [Int?]

    /// Pairs declarations by what they are on the wire, and those that are left by name.
    init(_ first: [Declaration], _ second: [Declaration]) {
        var indices = [Int?](repeating: nil, count: first.count)
        var isTaken = [Bool](repeating: false, count: second.count)
        for identity in [DeclarationIdentity.init(wireNameOf:), DeclarationIdentity.init(nameOf:)] {
            var known: [DeclarationIdentity: Int] = [:]
            for (index, declaration) in second.enumerated() where !isTaken[index] {
                if let identity = identity(declaration), known[identity] == nil { known[identity] = index }
            }
            for (index, declaration) in first.enumerated() where indices[index] == nil {
                guard let found = identity(declaration).flatMap({ known.removeValue(forKey: $0) }) else { continue }
                indices[index] = found
                isTaken[found] = true
            }
        }
        self.indices = indices
    }
}
