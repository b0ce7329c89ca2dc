import ConcordOutline

/// The path in the document that a scaffolded declaration corresponds to: the keys, with parameters identified by name.
///
/// Intermediate schemas, such as the branches of a composition and the items of an array, are not part of the path.
public struct DocumentPath: Hashable, Sendable {
    /// The keys: `components`, `schemas`, `Dog`, `properties`, `name`.
    public private(set) var keys: [String] = []

    private static let sections = [
        "SecurityScheme": "securitySchemes", "Parameter": "parameters", "RequestBody": "requestBodies",
        "Response": "responses", "ResponseHeader": "headers", "Example": "examples",
    ]
    private static let inputs: Set<String> = ["Path", "Query", "Header", "Cookie", "QueryString"]
    private static let apiKeys = [
        "views": ["paths"], "webhooks": ["webhooks"], "tags": ["tags"], "servers": ["servers"],
        "contact": ["info", "contact"], "license": ["info", "license"], "authentication": ["security"],
        "components": ["components"],
    ]

    /// Returns the path of a declaration at file level, or of a member of this path's declaration. `siblings` are the
    /// declarations in the same scope.
    func appending(_ declaration: Declaration, among siblings: [Declaration]) -> DocumentPath {
        let name = declaration.attributes.wireName ?? declaration.name ?? ""
        switch declaration.kind {
        case .variable where declaration.modifiers.contains("static"): return appending(Self.apiKeys[name] ?? [])
        case .variable:
            let attributes = Set(declaration.attributes.map(\.name))
            return appending([attributes.isDisjoint(with: Self.inputs) ? "properties" : "parameters", name])
        case .function:
            return appending(DeclarationIdentity.method(of: declaration).map { [$0.lowercased()] } ?? [])
        case .enumCase: return appending(["enum"])
        default: return keys.isEmpty ? component(declaration, name) : use(of: declaration, among: siblings)
        }
    }

    /// Returns the path of a parameter of this path's operation.
    func parameter(_ parameter: Function.Parameter) -> DocumentPath {
        if parameter.attributes.contains(where: { $0.name == "Body" }) { return appending(["requestBody"]) }
        return appending(["parameters", parameter.attributes.wireName ?? parameter.name])
    }

    private func component(_ declaration: Declaration, _ name: String) -> DocumentPath {
        let roles = declaration.attributes.map(\.name)
        if roles.contains("API") { return appending(["info"]) }
        if roles.contains("View") { return appending(["paths", name]) }
        return appending(["components", roles.lazy.compactMap { Self.sections[$0] }.first ?? "schemas", name])
    }

    /// Returns the path of a nested type, which belongs to the first member that uses it.
    private func use(of declaration: Declaration, among siblings: [Declaration]) -> DocumentPath {
        guard let name = declaration.name else { return self }
        let user = siblings.first { sibling in
            switch sibling.kind {
            case .variable(let variable): variable.type?.mentions(name) ?? false
            case .function(let function):
                function.result?.mentions(name) ?? false || function.parameters.contains { $0.type.mentions(name) }
            default: false
            }
        }
        return user.map { appending($0, among: []) } ?? self
    }

    private func appending(_ more: [String]) -> DocumentPath {
        var path = self
        path.keys += more
        return path
    }
}

extension TypeExpression {
    /// Returns whether a type with this name occurs anywhere in this type.
    fileprivate func mentions(_ name: String) -> Bool {
        switch self {
        case .named(let own, let arguments): own == name || arguments.contains { $0.mentions(name) }
        case .optional(let inner), .array(let inner), .dictionary(_, let inner): inner.mentions(name)
        default: false
        }
    }
}
