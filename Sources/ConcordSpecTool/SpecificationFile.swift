import ConcordDeclarations
import ConcordDiagnostics
import ConcordExpansion
import ConcordMapping
import ConcordOpenAPI
import ConcordOutline
import ConcordSite
import ConcordSwiftPrinter

/// The Swift code that is generated from a document in each build: its serializers, a protocol of operations for each
/// tag, and an API that serves the implementations. It contains no macros, so building it doesn't require swift-syntax.
struct SpecificationFile {
    let text: String
    /// The name of the API's type.
    let api: String
    let diagnostics: [Diagnostic]

    /// Generates the file for a document.
    ///
    /// - Parameters:
    ///   - document: The document.
    ///   - settings: The settings of the target.
    init(_ document: Document, _ settings: SpecificationSettings = SpecificationSettings()) {
        let scaffolded = Program.scaffold(document)
        let program = scaffolded.program
        let declared = program.declarations.compactMap(\.api).first
        let taken = Set(program.declarations.filter { $0.api == nil }.map(\.head.name))
        var api = settings.name ?? declared?.head.name ?? "MainAPI"
        while taken.contains(api) { api += "Document" }
        self.api = api
        let values = ComponentValues(program.declarations)
        var views = program.declarations.compactMap { declaration -> ViewDeclaration? in
            if case .view(let view) = declaration, view.kind == .path { view } else { nil }
        }
        diagnostics = scaffolded.diagnostics + Self.unreadableRequirements(views, declared)
        for index in views.indices { views[index].stateAuthentication(of: declared?.authentication) }
        let security = SecurityProtocol(program.declarations, requiredBy: views, api: api)
        let protocols = OperationsProtocol.all(of: views, besides: taken.union([api, security?.name ?? api]))
        for index in views.indices { views[index].requireOnAPI() }
        let routes = views.map { ViewRoutes($0, protocols, values, api: api) }
        var parts = [
            "// Written by Concord at each build, from this target's OpenAPI document.\nimport ConcordCore\nimport Foundation\n"
        ]
        parts += program.declarations.compactMap(RunnableType.init).map(\.text) + routes.compactMap(\.typesText)
        parts += protocols.map { $0.text(values, isComplete: settings.operations == .required) }
        if let security { parts.append(security.text) }
        parts += routes.map(\.text)
        parts.append(Self.api(api, protocols, security, routes, document))
        text = parts.joined(separator: "\n")
    }

    private static func api(
        _ name: String, _ protocols: [OperationsProtocol], _ security: SecurityProtocol?, _ routes: [ViewRoutes],
        _ document: Document
    ) -> String {
        var writer = SwiftWriter()
        writer.line("/// The API that the document describes.")
        writer.block("struct \(name): ConcordCore.SpecifiedAPI") { writer in
            for group in protocols {
                writer.line("/// \(group.subject)".withoutLineEnds)
                writer.line("let \(SwiftName.written(group.property)): any \(group.name)")
            }
            if let security {
                writer.line("/// Verifies the credentials of the document's security schemes.")
                writer.line("let authentication: any \(security.name)")
            }
            writer.line()
            writer.block("var routes: [ConcordCore._Core.Route]") { writer in
                writer.line("var routes: [ConcordCore._Core.Route] = []")
                for route in routes { writer.line("routes += \(route.name).routes(self)") }
                writer.line("return routes")
            }
            security?.writeRequirements(to: &writer)
            writer.line()
            writer.line("static var document: ConcordCore._Core.EmbeddedDocument? { _embeddedDocument }")
        }
        return writer.text + "\nprivate let _embeddedDocument = \(EmbeddedDocumentExpression(document).text)\n"
    }

    /// Reports requirements that can't be expressed in Swift. They can't be enforced, so the operation can't be served.
    private static func unreadableRequirements(_ views: [ViewDeclaration], _ api: APIDeclaration?) -> [Diagnostic] {
        let heads =
            (api.map { [($0.head, "the API")] } ?? [])
            + views.flatMap { view in view.operations.map { ($0.head, "\($0.method) \(view.path)") } }
        return heads.filter { $0.0.statesSecurity }.map { _, subject in
            Diagnostic(
                .error, "unreadable-security",
                "the security requirement of \(subject) names a scheme that is not declared in components.securitySchemes",
                at: nil, help: "declare the scheme, or remove the requirement")
        }
    }
}

extension ViewDeclaration {
    /// Writes the requirements into each operation, so that no operation inherits them.
    fileprivate mutating func stateAuthentication(of api: [SecurityRequirementDeclaration]?) {
        for index in operations.indices {
            operations[index].authentication = operations[index].authentication ?? authentication ?? api ?? []
        }
        authentication = nil
    }

    /// Replaces the requirements with expressions on the API's value.
    fileprivate mutating func requireOnAPI() {
        for index in operations.indices {
            operations[index].authentication = operations[index].authentication.map(SecurityProtocol.onAPI)
        }
    }
}

extension TypeDeclaration {
    fileprivate var api: APIDeclaration? {
        if case .api(let api) = self { api } else { nil }
    }
}
