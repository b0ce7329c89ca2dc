import ConcordOutline
import ConcordSwiftPrinter

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
    static func role(of declaration: Declaration) -> String {
        let role = declaration.attributes.map(\.name).first { $0 != "OpenAPI" && $0 != "Field" }
        if role == nil, isOwn(declaration.kind) { return "own" }
        return role == "Serializer" ? "" : role ?? ""
    }

    /// Whether a type without an attribute is the developer's own: of those, only enums of raw values and aliases are
    /// schemas.
    private static func isOwn(_ kind: Declaration.Kind) -> Bool {
        switch kind {
        case .enumeration(let body): body.inheritance.isEmpty || body.inheritance.contains(.named("Error"))
        case .alias, .extensionDeclaration: false
        default: true
        }
    }

    /// The identity by what is on the wire: a view's path, an operation's method, a component's or a property's name.
    init?(wireNameOf declaration: Declaration) {
        guard let name = declaration.name else { return nil }
        switch declaration.kind {
        case .variable:
            if declaration.modifiers.contains("static") { return nil }
            let source = declaration.attributes.inputSource.map { " " + $0 } ?? ""
            self.init("property" + source, declaration.attributes.wireName ?? name)
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

    /// The identity by what a type holds, whatever its name.
    init?(contentOf declaration: Declaration) {
        guard let keyword = declaration.kind.typeKeyword, var body = declaration.kind.typeBody else { return nil }
        body.name = "_"
        self.init(keyword, SwiftPrinter().print(Declaration(attributes: declaration.attributes, .structure(body))))
    }

    static func method(of declaration: Declaration) -> String? {
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

    /// Pairs declarations by what they are on the wire, and those that are left by name; types that are declared inside
    /// another, and so have no name on the wire, at last by what they hold.
    init(_ first: [Declaration], _ second: [Declaration], areNested: Bool = false) {
        var indices = [Int?](repeating: nil, count: first.count)
        var isTaken = [Bool](repeating: false, count: second.count)
        let byContent = areNested ? [DeclarationIdentity.init(contentOf:)] : []
        for identity in [DeclarationIdentity.init(wireNameOf:), DeclarationIdentity.init(nameOf:)] + byContent {
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
        // A parameter of the path has its place there, whatever its name.
        let leftOfFirst = first.indices.filter { indices[$0] == nil && first[$0].pathParameter != nil }
        let leftOfSecond = second.indices.filter { !isTaken[$0] && second[$0].pathParameter != nil }
        for (index, found) in zip(leftOfFirst, leftOfSecond) { indices[index] = found }
        self.indices = indices
    }
}
