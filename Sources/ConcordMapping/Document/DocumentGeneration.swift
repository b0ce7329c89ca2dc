import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Document {
    /// Generates the document for a program's declarations.
    ///
    /// - Parameters:
    ///   - program: The declarations of a target.
    ///   - name: The name of the `@API`. It is required only if the program declares several.
    ///   - version: The version of OpenAPI (`3.1` or `3.1.1`) if it differs from the version in the API.
    /// - Returns: The document, or `nil` if the program has no API, and all diagnostics.
    public static func generate(
        from program: Program, api name: String? = nil, version: String? = nil
    ) -> (document: Document?, diagnostics: [Diagnostic]) {
        let choice = APIChoice(program, name: name)
        guard let api = choice.api else { return (nil, choice.diagnostics) }
        let stated = version ?? api.texts[.openapi] ?? APIDeclaration.defaultVersion
        guard let line = OpenAPIVersion(text: stated), line != .v2_0 else {
            let problem = Diagnostic(
                .error, "unknown-version", "unsupported version of OpenAPI: '\(stated)'", at: api.head.mark.position,
                help: "write 3.0.4, 3.1.1 or 3.2.0")
            return (nil, [problem])
        }
        let text = version == line.rawValue ? line.latestText : stated
        var generator = Generator(program, version: line, of: api)
        let circles = generator.symbols.circularAliases
        guard circles.isEmpty else { return (nil, choice.diagnostics + circles) }
        generator.checkHiddenTypes(of: program)
        let node = generator.document(api, program, version: text)
        // An error in a type that is inlined in several places is reported once.
        var seen: Set<Diagnostic> = []
        let problems = generator.diagnostics.filter { seen.insert($0).inserted }
        return (Document(node), choice.diagnostics + problems)
    }
}

extension Generator {
    /// Reports schemas of the program with the name of an imported schema, because the document would contain them
    /// instead of those that imported views serve.
    fileprivate mutating func checkHiddenTypes(of program: Program) {
        let own = Dictionary(
            program.declarations.filter { $0.section == "schemas" }.map { ($0.head.name, $0.head.mark) },
            uniquingKeysWith: { first, _ in first })
        for imported in program.imported where imported.section == "schemas" {
            guard let mark = own[imported.head.name] else { continue }
            error(
                "hidden-type", "'\(imported.head.name)' has the same name as an imported type", at: mark,
                help: "rename the type", related: ("the imported type is here", imported.head.mark))
        }
    }
}

/// The API that is the source of the document.
private struct APIChoice {
    var api: APIDeclaration?
    var diagnostics: [Diagnostic] = []

    init(_ program: Program, name: String?) {
        let apis = program.apis
        let candidates = name.map { name in apis.filter { $0.head.name == name } } ?? apis
        switch candidates.count {
        case 1:
            api = candidates[0]
            reportUnlisted(program, apis)
        case 0:
            let nearest = name.flatMap { apis.map(\.head.name).nearest(to: $0) }
            diagnostics = [
                Diagnostic(
                    .error, "missing-api", name.map { "no @API is named '\($0)'" } ?? "no @API is declared", at: nil,
                    help: nearest.map { "did you mean '\($0)'?" }
                        ?? "declare '@API(title: \"…\", version: \"1.0\") enum MyAPI { static let views: [any View.Type] = […] }'"
                )
            ]
        default:
            diagnostics = [
                Diagnostic(
                    .error, "several-apis", "the sources declare several APIs", at: candidates[1].head.mark.position,
                    help: Set(candidates.map(\.head.name)).count < candidates.count
                        ? "remove one of them, or pass the folder of one"
                        : "name one: " + candidates.map { "--api \($0.head.name)" }.joined(separator: " or "))
            ]
        }
    }

    /// Reports the views and groups that no API lists, because no document contains them and no server serves them.
    private mutating func reportUnlisted(_ program: Program, _ apis: [APIDeclaration]) {
        var listed = Set(apis.flatMap { ($0.views ?? []) + ($0.webhooks ?? []) }.compactMap { $0.type.path?.last })
        for case .include(let include) in program.declarations {
            listed.formUnion(include.views.compactMap { $0.type.path?.last })
        }
        for declaration in program.declarations where !listed.contains(declaration.head.name) {
            switch declaration {
            case .view(let view) where !view.kind.isCallback: reportUnlisted("view", view.head, apis)
            case .include(let include): reportUnlisted("group", include.head, apis)
            default: break
            }
        }
    }

    private mutating func reportUnlisted(_ kind: String, _ head: DeclarationHead, _ apis: [APIDeclaration]) {
        let names = apis.map(\.head.name).joined(separator: " or ")
        diagnostics.append(
            Diagnostic(
                .error, "unlisted-view", "no @API lists the \(kind) '\(head.name)', so no document includes it",
                at: head.mark.position, help: "add '\(head.name).self' to the 'views' of \(names)",
                related: apis.compactMap { api in
                    api.head.mark.position.map { .init("\(api.head.name) is here", at: $0) }
                }))
    }
}
