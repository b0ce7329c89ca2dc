import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

extension TypeExpander {
    func expand(_ view: ViewDeclaration) -> Expansion {
        var rules = RuleTable()
        let shared = view.inputs.map {
            InputExpansion($0, wireName: view.wireName(of: $0), rulesName: $0.head.name, &rules)
        }
        let operations =
            view.kind != .path
            ? []
            : view.operations.map {
                OperationExpansion($0, of: view, shared: shared, implementation: implementation, &rules)
            }
        let initializer =
            implementation.map { self.initializer(view.inputs, implementedBy: $0) } ?? self.initializer(view.inputs)
        let members = members(CodecTable(), rules) + (initializer.map { [$0] } ?? [])
        if view.head.isInNamespace {
            return expansion(view.protocols, isInNamespace: true, members: members) { writer in
                view.writeModelReference(access, to: &writer)
                view.writeKeyStyle(access, to: &writer)
                writeRoutes(view, operations, shared, to: &writer)
            }
        }
        let text = implementable(view.protocols) { writer in
            view.writeModelReference(access, to: &writer)
            view.writeKeyStyle(access, to: &writer)
            write(CodecTable(), rules, to: &writer)
            writeRoutes(view, operations, shared, to: &writer)
            writeFunctions(operations, shared, isLocal: false, to: &writer)
        }
        return Expansion(members: members, extensions: [text])
    }

    /// Writes the functions that the routes call. They are local to the routes of a view in a namespace, since a macro
    /// can add to the type only members whose names are known.
    private func writeFunctions(
        _ operations: [OperationExpansion], _ shared: [InputExpansion], isLocal: Bool, to writer: inout SwiftWriter
    ) {
        if !shared.isEmpty, !operations.isEmpty {
            if !isLocal { writer.line() }
            writeBinding(shared, isLocal: isLocal, to: &writer)
        }
        for operation in operations {
            if !isLocal { writer.line() }
            operation.write(binds: !shared.isEmpty, to: &writer)
        }
    }

    /// Returns an extension with the routes of a view, or of a type whose routes are created for a value.
    private func implementable(_ protocols: String, _ lines: (inout SwiftWriter) -> Void) -> String {
        guard implementation != nil else { return conformance(protocols, lines) }
        var writer = SwiftWriter()
        writer.block("extension \(name)", lines)
        return writer.text
    }

    private func initializer(_ inputs: [InputDeclaration], implementedBy implementation: String) -> String {
        let parameters = ["_ api: \(implementation)"] + inputs.map(\.initializerParameter)
        return member { writer in
            writer.block("init(\(parameters.joined(separator: ", ")))") { writer in
                writer.line("_api = api")
                for input in inputs { input.writeAssignment(to: &writer) }
            }
        }
    }

    private func writeRoutes(
        _ view: ViewDeclaration, _ operations: [OperationExpansion], _ shared: [InputExpansion],
        to writer: inout SwiftWriter
    ) {
        let signature = implementation.map { "func routes(_ api: \($0)) -> " } ?? "var routes: "
        writer.block("\(access)static \(signature)[\(Core.machinery("Route"))]") { writer in
            // Webhooks and callbacks are requests that the server sends, so they have no routes.
            if view.kind != .path { return writer.line("[]") }
            if view.head.isInNamespace { writeFunctions(operations, shared, isLocal: true, to: &writer) }
            writeSettings(view, to: &writer)
            writer.line("return [")
            writer.indented { writer in
                for route in view.routes(operations.map { ($0.operation, $0.routeEntry) }) { route.write(to: &writer) }
            }
            writer.line("]")
        }
    }

    /// Writes the statements that read the settings, whether they are declared in the type, in an extension, or in a
    /// protocol extension.
    ///
    /// Each setting has its own statement, so that only its declaration determines its type.
    private func writeSettings(_ view: ViewDeclaration, to writer: inout SwiftWriter) {
        guard implementation == nil else {
            return writer.line("let access = \(Core.machinery("AccessSettings"))()")
        }
        let stated = Core.machinery("Stated")
        // An operation with the same name would shadow a setting. The type doesn't declare that setting then.
        let functions = Set(view.operations.map(\.head.name))
        let access = ["permissions", "authentication", "throttles"].filter { !functions.contains($0) }
        for name in access { writer.line("let \(name) = Self.\(name)") }
        let arguments = access.map { "\($0): \(stated).\($0)(\($0))" }
        writer.line("let access = \(Core.machinery("AccessSettings"))(\(arguments.joined(separator: ", ")))")
        guard view.genericView != nil else { return }
        for name in ["filters", "parsers", "renderers"] { writer.line("let \(name) = Self.\(name)") }
        writer.line("let settings = \(Core.machinery("GenericViewSettings"))<Serializer.Model>(")
        writer.indented { writer in
            writer.line("filters: \(stated).filters(filters, of: Serializer.Model.self),")
            writer.line("parsers: \(stated).mediaTypes(parsers), renderers: \(stated).mediaTypes(renderers))")
        }
    }

    /// Writes the function that reads the inputs of the whole path and creates the view.
    private func writeBinding(_ inputs: [InputExpansion], isLocal: Bool, to writer: inout SwiftWriter) {
        let effects = inputs.effects.map { $0 + " " } ?? ""
        let parameter = implementation.map { ", _ api: \($0)" } ?? ""
        let modifiers = isLocal ? "@Sendable" : "private static"
        let signature =
            "\(modifiers) func _bind(_ inputs: inout \(Core.machinery("Inputs"))\(parameter)) \(effects)-> Self?"
        writer.block(signature) { writer in
            for input in inputs { writer.line(input.statement) }
            let needed = inputs.compactMap(\.binding)
            if !needed.isEmpty { writer.line("guard \(needed.joined(separator: ", ")) else { return nil }") }
            let arguments = inputs.map { "\(SwiftName.written($0.input.head.name, in: .label)): \($0.value)" }
            let all = (implementation == nil ? [] : ["api"]) + arguments
            writer.line("return Self(\(all.joined(separator: ", ")))")
        }
    }
}

/// The code that responds to a request for one method of a view.
private struct OperationExpansion {
    let operation: OperationDeclaration
    private let view: ViewDeclaration
    private let inputs: [InputExpansion]
    /// The inputs of the whole path.
    private let shared: [InputExpansion]
    private let implementation: String?
    private let respondName: String
    /// Whether the functions are local to the routes.
    private var isLocal: Bool { view.head.isInNamespace }
    private var scope: String { isLocal ? "" : "Self." }

    init(
        _ operation: OperationDeclaration, of view: ViewDeclaration, shared: [InputExpansion], implementation: String?,
        _ rules: inout RuleTable
    ) {
        self.implementation = implementation
        self.operation = operation
        self.view = view
        self.shared = shared
        let name = operation.head.name
        respondName = "_respondTo" + name.prefix(1).uppercased() + name.dropFirst()
        var expansions: [InputExpansion] = []
        for input in operation.inputs {
            expansions.append(
                InputExpansion(
                    input, wireName: view.wireName(of: input), rulesName: name + "_" + input.head.name, &rules))
        }
        inputs = expansions
    }

    var routeEntry: String {
        let id =
            switch operation.operationID {
            case .stated(let id): SwiftWriter.literal(id)
            case .unstated where operation.action != nil: view.derivedID(operation.head.name)
            case .unstated: SwiftWriter.literal(operation.derivedID(in: view))
            case .silent: "nil"
            }
        let access = authentication + currentUser
        let head = "\(Core.machinery("ViewOperation"))(\(SwiftWriter.literal(operation.method)), \(id)\(access)"
        return implementation == nil
            ? head + ", \(scope)\(respondName))" : head + ") { try await Self.\(respondName)($0, api) }"
    }

    /// The argument with the security requirements as they are written, so that exactly these are enforced.
    private var authentication: String {
        if operation.head.statesSecurity { return ", authentication: [\(Core.machinery("UnreadableRequirement"))()]" }
        guard let requirements = operation.authentication else { return "" }
        let written = operation.writtenAuthentication.expression
        return ", authentication: " + (written ?? SecurityRequirementDeclaration.expression(requirements)).text
    }

    private var currentUser: String {
        let users = (view.inputs + operation.inputs).filter { $0.source == .currentUser }
        if users.isEmpty { return "" }
        return ", currentUser: " + (users.allSatisfy(\.type.isOptional) ? ".optional" : ".required")
    }

    func write(binds: Bool, to writer: inout SwiftWriter) {
        let parameter = implementation.map { ", _ api: \($0)" } ?? ""
        let signature =
            "@Sendable \(isLocal ? "" : "private static ")func \(respondName)(_ request: \(Core.name("APIRequest"))\(parameter)) async throws -> "
            + Core.name("APIResponse")
        writer.block(signature) { writer in
            writeInputs(binds: binds, to: &writer)
            writer.block("do", ending: " catch {") { writeCall(to: &$0) }
            writer.indented { $0.line("return try request.respond(to: error, [\(failures)])") }
            writer.line("}")
        }
    }

    private func writeInputs(binds: Bool, to writer: inout SwiftWriter) {
        guard binds || !inputs.isEmpty else {
            writer.line("let view = \(made)")
            return
        }
        // The compiler warns about a variable that never changes.
        let isRead = binds || inputs.contains { $0.input.source != .request }
        writer.line("\(isRead ? "var" : "let") inputs = \(Core.machinery("Inputs"))(request)")
        let bound = "\(shared.attempt)\(scope)_bind(&inputs\(implementation == nil ? "" : ", api"))"
        writer.line("let view = \(binds ? bound : made)")
        for input in inputs { writer.line(input.statement) }
        let needed = (binds ? ["let view"] : []) + inputs.compactMap(\.binding)
        writer.line("guard \((["inputs.isValid"] + needed).joined(separator: ", ")) else { throw inputs.failure }")
    }

    private var made: String { implementation == nil ? "Self()" : "Self(api)" }

    private func writeCall(to writer: inout SwiftWriter) {
        let arguments = inputs.map(\.labelledValue).joined(separator: ", ")
        let call = "try await view.\(SwiftName.written(operation.head.name, in: .member))(\(arguments))"
        guard let result = operation.result else {
            writer.line(call)
            writer.line("return request.respond(\(status))")
            return
        }
        let codec = result.isPlainName ? "" : ", \(result.written.codec)"
        writer.line("return try request.respond(\(status), \(call)\(codec)\(MediaTypeList.argument(mediaTypes)))")
    }

    /// The status of the main response. It is a success status even if the operation declares none.
    private var status: String {
        switch operation.status {
        case .stated(.code(let code)): String(code)
        case .stated(let key): key.representative == "status" ? "200" : key.representative
        case .unstated: "200"
        case .silent: operation.result == nil ? "204" : "200"
        }
    }

    private var mainKey: StatusKey { operation.status.value ?? .code(200) }

    private var mediaTypes: [String] {
        operation.responses.first { $0.type == nil && $0.status == mainKey }?.content.mediaTypes ?? []
    }

    /// The error types that become declared responses.
    private var failures: String {
        operation.responses.compactMap { line -> String? in
            guard let type = line.type, type.isPlainName else { return nil }
            let content = MediaTypeList.argument(line.content.mediaTypes)
            return ".of(\(line.status.failureArgument), \(type.text).self\(content))"
        }.joined(separator: ", ")
    }
}

extension StatusKey {
    fileprivate var failureArgument: String {
        switch self {
        case .code(let code): String(code)
        case .range(let text): ".range(\(SwiftWriter.literal(text)))"
        case .default: ".default"
        }
    }
}
