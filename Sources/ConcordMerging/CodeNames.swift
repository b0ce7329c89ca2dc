import ConcordOutline

/// The names that types have in the code, which they keep whatever a scaffold of the document would call them: because a
/// developer has renamed them, or because the document has gained a type since that would take the name.
struct CodeNames {
    private let code: [Declaration]
    private let taken: Set<String>

    init(_ code: [Declaration]) {
        self.code = code
        taken = Set(code.compactMap { $0.isType ? $0.name : nil })
    }

    /// What the last scaffold wrote, under the names that the code has for it.
    func apply(toRecord declarations: [Declaration]) -> [Declaration] {
        TypeRenaming(names(for: declarations))(declarations)
    }

    /// The document's declarations under the names that the code has for them. What is new gets a name of its own where
    /// the code has another type of that name.
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

    /// What a scaffold appends to a name that is taken.
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

    /// The same, with its name on the wire said, so that it can have another in Swift.
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
