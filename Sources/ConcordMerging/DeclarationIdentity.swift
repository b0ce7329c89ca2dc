import ConcordOutline
import ConcordSwiftPrinter

/// The identity of a declaration across versions: its wire name or, if that has changed, its Swift name.
struct DeclarationIdentity: Hashable {
    private let kind: String
    private let name: String

    private init(_ kind: String, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// Creates the identity from the Swift name, or returns `nil` if the declaration has no name.
    init?(nameOf declaration: Declaration) {
        guard let name = declaration.name else { return nil }
        switch declaration.kind {
        case .variable: self.init(declaration.modifiers.contains("static") ? "static" : "property", name)
        case .function(let function):
            // A function of the developer may have the same name as an operation.
            let isOperation = Self.method(of: declaration) != nil
            let labels = isOperation ? "" : function.parameters.map { $0.label ?? $0.name }.joined(separator: ":")
            self.init(isOperation ? "operation" : "function", "\(name)(\(labels))")
        case .enumCase: self.init("case", name)
        default: self.init(Self.role(of: declaration), name)
        }
    }

    /// Returns the role of a type in the document. Types with different roles, such as a view and a schema, or a
    /// parameter and a header, can exchange names.
    static func role(of declaration: Declaration) -> String {
        let role = declaration.attributes.map(\.name).first { $0 != "OpenAPI" && $0 != "Field" }
        if role == nil, isOwn(declaration.kind) { return "own" }
        return role == "Serializer" ? "" : role ?? ""
    }

    /// Returns whether a type without an attribute is the developer's own. Without an attribute, only enums with raw
    /// values and aliases are schemas.
    private static func isOwn(_ kind: Declaration.Kind) -> Bool {
        switch kind {
        case .enumeration(let body): body.inheritance.isEmpty || body.inheritance.contains(.named("Error"))
        case .alias, .extensionDeclaration: false
        default: true
        }
    }

    /// Creates the identity from the wire name: the path of a view, the method of an operation, or the name of a
    /// component or property.
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

    /// Creates the identity from the content of a type, regardless of its name.
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

/// Matches the declarations of two versions.
struct DeclarationMatch {
    /// The index of the matching second declaration, for each of the first.
    let indices: [Int?]

    /// Pairs declarations by wire name, and then by Swift name. Nested types, which have no wire name, are finally
    /// paired by content.
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
        // The remaining path parameters are paired by their order in the path, because they may have been renamed.
        let leftOfFirst = first.indices.filter { indices[$0] == nil && first[$0].pathParameter != nil }
        let leftOfSecond = second.indices.filter { !isTaken[$0] && second[$0].pathParameter != nil }
        for (index, found) in zip(leftOfFirst, leftOfSecond) { indices[index] = found }
        self.indices = indices
    }
}
