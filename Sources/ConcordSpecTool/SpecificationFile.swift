import ConcordDeclarations
import ConcordDiagnostics
import ConcordMapping
import ConcordOpenAPI
import ConcordOutline
import ConcordSite
import ConcordSwiftPrinter

/// The Swift that a document becomes at each build: its serializers, a protocol of operations for each tag, and an API
/// that serves what conforms to them. It needs no macro, so building it needs no swift-syntax.
struct SpecificationFile {
    let text: String
    let diagnostics: [Diagnostic]

    init(_ document: Document) {
        let scaffolded = Program.scaffold(document)
        diagnostics = scaffolded.diagnostics
        let program = scaffolded.program
        let views = program.declarations.compactMap { declaration -> ViewDeclaration? in
            if case .view(let view) = declaration, view.kind == .path { view } else { nil }
        }
        let taken = Set(program.declarations.map(\.head.name))
        let protocols = OperationsProtocol.all(of: views, besides: taken)
        let routes = views.map { ViewRoutes($0, protocols) }
        let types = program.declarations.compactMap(RunnableType.init)
        var parts = [
            "// Written by Concord at each build, from this target's OpenAPI document.\nimport ConcordCore\nimport Foundation\n"
        ]
        parts += types.map(\.text) + routes.compactMap(\.typesText)
        parts += protocols.map(\.text) + routes.map(\.text)
        if let api = program.declarations.compactMap(\.api).first {
            parts.append(Self.api(api.head.name, protocols, routes, document))
        }
        text = parts.joined(separator: "\n")
    }

    private static func api(
        _ name: String, _ protocols: [OperationsProtocol], _ routes: [ViewRoutes], _ document: Document
    ) -> String {
        let parameters = protocols.map(\.genericParameter).joined(separator: ", ")
        var writer = SwiftWriter()
        writer.line("/// The API that serves these implementations of its operations.")
        writer.block("enum \(name)\(protocols.isEmpty ? "" : "<\(parameters)>"): ConcordCore.API") { writer in
            writer.block("static var views: [any ConcordCore.View.Type]") { writer in
                writer.line("[\(routes.map { $0.reference + ".self" }.joined(separator: ", "))]")
            }
            writer.line()
            writer.line("static var document: EmbeddedDocument? { _embeddedDocument }")
        }
        return writer.text + "\nprivate let _embeddedDocument = \(EmbeddedDocumentExpression(document).text)\n"
    }
}

extension TypeDeclaration {
    fileprivate var api: APIDeclaration? {
        if case .api(let api) = self { api } else { nil }
    }
}
