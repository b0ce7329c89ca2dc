import ConcordDeclarations
import ConcordExpansion
import ConcordOutline
import ConcordSwiftPrinter

/// A declared type as Swift code that needs no macros: the declaration, with the code that the macros would add.
struct RunnableType {
    let outline: Declaration
    let extensions: [String]

    /// The attributes that are property wrappers of the run time. All others are macros, which are expanded here.
    static let wrappers: Set<String> = [
        "Path", "Query", "Header", "Cookie", "QueryString", "Body", "Indirect",
    ]

    /// Creates the type, or returns `nil` for declarations without values: views, the API, examples, and security
    /// schemes.
    init?(_ declaration: TypeDeclaration, _ storage: IndirectStorage) {
        switch declaration {
        case .view, .include, .api, .constant, .securityScheme: return nil
        default: self.init(declaration, named: declaration.head.name, storage)
        }
    }

    /// Creates the type.
    ///
    /// - Parameters:
    ///   - declaration: The declaration.
    ///   - name: The name of the type at file level.
    ///   - storage: The values that types store indirectly.
    ///   - outer: The paths of the types that are nested in the enclosing types, keyed by name.
    init(
        _ declaration: TypeDeclaration, named name: String, _ storage: IndirectStorage,
        inside outer: [String: String] = [:]
    ) {
        let own = declaration.nested.map { ($0.head.name, "\(name).\($0.head.name)") }
        let inner = outer.merging(own) { $1 }
        let nested = declaration.nested.map {
            RunnableType($0, named: "\(name).\($0.head.name)", storage, inside: inner)
        }
        let expansion = Expansion(declaration, named: name, qualified: { $0.qualified(inner) })
        var outline = Self.plain(storage.applied(to: declaration.outline, at: name))
        if var body = outline.typeBody {
            let names = Set(declaration.nested.map(\.head.name))
            body.members.removeAll { $0.declaredName.map(names.contains) ?? false }
            body.members +=
                expansion.members.map { Declaration(.other($0.withoutFinalLineEnds)) } + nested.map(\.outline)
            outline.typeBody = body
        }
        self.outline = outline
        let error = ErrorConformance(declaration).map { [$0.text(of: name)] } ?? []
        extensions = expansion.extensions + error + nested.flatMap(\.extensions)
    }

    var text: String {
        ([SwiftPrinter().print(outline)] + extensions).joined(separator: "\n")
    }

    /// Returns the declaration and its members without the attributes of macros.
    private static func plain(_ declaration: Declaration) -> Declaration {
        var declaration = declaration
        declaration.attributes.removeAll { !wrappers.contains($0.name) }
        if var body = declaration.typeBody {
            body.members = body.members.map(plain)
            declaration.typeBody = body
        }
        return declaration
    }
}

extension String {
    /// The code without trailing line endings.
    var withoutFinalLineEnds: String {
        String(reversed().drop(while: \.isNewline).reversed())
    }
}

extension Declaration {
    /// The body of a struct or enum.
    var typeBody: TypeBody? {
        get {
            switch kind {
            case .structure(let body), .enumeration(let body): body
            default: nil
            }
        }
        set {
            guard let newValue else { return }
            switch kind {
            case .structure: kind = .structure(newValue)
            case .enumeration: kind = .enumeration(newValue)
            default: break
            }
        }
    }

    /// The name of a type declaration.
    fileprivate var declaredName: String? {
        switch kind {
        case .structure(let body), .enumeration(let body): body.name
        case .alias(let name, _, _): name
        default: nil
        }
    }
}
