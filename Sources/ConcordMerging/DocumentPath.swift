import ConcordOutline

/// Where in the document a declaration of its scaffold comes from: the keys that lead there, a parameter's by its name.
///
/// What lies between is passed over: the branches of a composition, the schema of a list's elements.
public struct DocumentPath: Hashable, Sendable {
    /// `components`, `schemas`, `Dog`, `properties`, `name`.
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

    /// The path of a declaration that stands at file level, or among `siblings` in what this path leads to.
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

    /// The path of a parameter of the operation that this path leads to.
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

    /// A type that is declared inside another belongs to what first uses it there.
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
    /// Whether a type of this name stands anywhere in this one.
    fileprivate func mentions(_ name: String) -> Bool {
        switch self {
        case .named(let own, let arguments): own == name || arguments.contains { $0.mentions(name) }
        case .optional(let inner), .array(let inner), .dictionary(_, let inner): inner.mentions(name)
        default: false
        }
    }
}
