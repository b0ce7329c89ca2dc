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
struct SpecifiedCode {
    /// The name of the API's type.
    let api: String
    let diagnostics: [Diagnostic]
    /// The protocols and the API's type.
    private let center: [String]
    /// The embedded document.
    private let document: String
    /// The other types, with the name that determines the file of each.
    private let types: [(name: String, text: String)]

    /// Generates the code for a document.
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
        let storage = IndirectStorage(
            program.declarations.map { ($0.head.name, $0.outline) }
                + views.flatMap { view in view.nested.map { ("\(view.head.name).\($0.head.name)", $0.outline) } })
        let components = program.declarations.compactMap { declaration in
            RunnableType(declaration, storage).map { (declaration.head.name, $0.text) }
        }
        types =
            components
            + routes.flatMap { route in
                [route.typesText(storage), route.text].compactMap(\.self).map { (route.viewName, $0) }
            }
        center =
            protocols.map { $0.text(values, isComplete: settings.operations == .required) }
            + [security?.text].compactMap(\.self) + [Self.api(api, protocols, security, routes)]
        self.document = """
            extension \(api) {
                static let document: ConcordCore._Core.EmbeddedDocument? = \(EmbeddedDocumentExpression(document).text)
            }

            """
    }

    /// Returns the contents of the files.
    ///
    /// The first file contains the API's type, the second one the embedded document, and the others the types. The name
    /// of a type determines its file, so a change to a schema changes only a few files. A single file contains
    /// everything.
    func files(_ count: Int) -> [String] {
        guard count > 2 else {
            let all = Self.file(types.map(\.text) + center + (count == 1 ? [document] : []))
            return count == 1 ? [all] : [all, Self.file([document])]
        }
        var texts: [[String]] = Array(repeating: [], count: count)
        texts[0] = center
        texts[1] = [document]
        for type in types { texts[2 + Self.stableHash(type.name) % (count - 2)].append(type.text) }
        return texts.map(Self.file)
    }

    private static func file(_ parts: [String]) -> String {
        let head =
            "// Written by Concord at each build, from this target's OpenAPI document.\nimport ConcordCore\nimport Foundation\n"
        return ([head] + parts).joined(separator: "\n")
    }

    /// Returns a hash that is the same in each process (FNV-1a).
    private static func stableHash(_ name: String) -> Int {
        let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        return Int(hash >> 33)
    }

    private static func api(
        _ name: String, _ protocols: [OperationsProtocol], _ security: SecurityProtocol?, _ routes: [ViewRoutes]
    ) -> String {
        var writer = SwiftWriter()
        var properties = protocols.map { (SwiftName.written($0.property), $0.name, $0.subject) }
        if let security {
            properties.append(
                ("authentication", security.name, "Verifies the credentials of the document's security schemes."))
        }
        writer.line("/// The API that the document describes.")
        // The routes of each path capture the API. As a struct, it would be copied with all its implementations.
        writer.block("final class \(name): ConcordCore.SpecifiedAPI") { writer in
            for (property, type, comment) in properties {
                writer.line("/// \(comment)".withoutLineEnds)
                writer.line("let \(property): any \(type)")
            }
            writer.line()
            let parameters = properties.map { "\($0.0): any \($0.1)" }.joined(separator: ", ")
            writer.block("init(\(parameters))") { writer in
                for (property, _, _) in properties { writer.line("self.\(property) = \(property)") }
            }
            writer.line()
            writer.block("var routes: [ConcordCore._Core.Route]") { writer in
                writer.line("var routes: [ConcordCore._Core.Route] = []")
                for route in routes { writer.line("routes += \(route.name).routes(self)") }
                writer.line("return routes")
            }
            security?.writeRequirements(to: &writer)
        }
        return writer.text
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
