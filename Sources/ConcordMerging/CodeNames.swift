import ConcordOutline

/// The names of types in the code, which a merge keeps even if a scaffold would give other names. They differ if a
/// developer has renamed a type, or if a type that the document has gained would take the name.
struct CodeNames {
    private let code: [Declaration]
    private let taken: Set<String>

    init(_ code: [Declaration]) {
        self.code = code
        taken = Set(code.compactMap { $0.isType ? $0.name : nil })
    }

    /// Returns the declarations of the last scaffold with the names that they have in the code.
    func apply(toRecord declarations: [Declaration]) -> [Declaration] {
        TypeRenaming(names(for: declarations))(declarations)
    }

    /// Returns the document's declarations with the names that they have in the code. A new declaration gets another
    /// name if the code has a different type with its name.
    func apply(toDocument declarations: [Declaration], recorded: [Declaration]?) -> [Declaration] {
        var names = names(for: declarations)
        var used = taken.union(declarations.compactMap(\.name))
        let inCode = DeclarationMatch(declarations, code).indices
        let inRecord = recorded.map { DeclarationMatch(declarations, $0).indices }
        let result = declarations.enumerated().map { index, declaration -> Declaration in
            guard inCode[index] == nil, inRecord?[index] == nil, let name = declaration.name, taken.contains(name)
            else { return declaration }
            names[name] = Self.freeName(for: declaration, name, &used)
            return declaration.keepingWireName
        }
        return TypeRenaming(names)(result)
    }

    private func names(for declarations: [Declaration]) -> [String: String] {
        var names: [String: String] = [:]
        for (index, found) in DeclarationMatch(declarations, code).indices.enumerated() {
            guard let name = declarations[index].name, let other = found.flatMap({ code[$0].name }), other != name
            else { continue }
            names[name] = other
        }
        return names
    }

    private static func freeName(for declaration: Declaration, _ name: String, _ used: inout Set<String>) -> String {
        let suffix = suffixes[DeclarationIdentity.role(of: declaration)] ?? "Schema"
        let base = name.hasSuffix(suffix) ? name : name + suffix
        var candidate = base
        var number = 2
        while !used.insert(candidate).inserted {
            candidate = base + String(number)
            number += 1
        }
        return candidate
    }

    /// The suffixes that a scaffold appends to a name that is already used.
    private static let suffixes = [
        "View": "View", "Parameter": "Parameter", "RequestBody": "Body", "Response": "Response",
        "ResponseHeader": "Header", "SecurityScheme": "Scheme", "Model": "Model", "API": "API",
    ]
}

extension Declaration {
    fileprivate var isType: Bool {
        switch kind {
        case .structure, .enumeration, .classOrActor, .protocolDeclaration, .alias: true
        default: false
        }
    }

    /// The declaration with its wire name stated, so that it can have another name in Swift.
    fileprivate var keepingWireName: Declaration {
        let role = DeclarationIdentity.role(of: self)
        guard let name, role != "View", role != "API", role != "Model", attributes.wireName == nil else { return self }
        var result = self
        let wireName = Argument(nil, .string(name))
        if let index = attributes.firstIndex(where: { $0.name != "OpenAPI" && $0.name != "Field" }) {
            result.attributes[index].arguments = [wireName] + (attributes[index].arguments ?? [])
        } else {
            result.attributes.insert(Attribute("Serializer", [wireName]), at: 0)
        }
        return result
    }
}
