import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

extension TypeExpander {
    func expand(_ response: ResponseDeclaration) -> Expansion {
        var codecs = CodecTable()
        let inputs = response.headers + (response.body.map { [$0] } ?? [])
        for input in inputs { codecs.add(input.head.name, input.type.written) }
        let text = conformance(Core.name("ResponseValue")) { writer in
            respondFunction(&writer) { respond(response, to: &$0) }
        }
        return Expansion(members: [codecs.member, initializer(inputs)].compactMap { $0 }, extensions: [text])
    }

    func respondFunction(_ writer: inout SwiftWriter, _ lines: (inout SwiftWriter) -> Void) {
        let signature =
            "\(access)func response(_ status: \(Core.name("HTTPResponse.Status")), to request: \(Core.name("APIRequest"))) throws -> \(Core.name("APIResponse"))"
        writer.block(signature, lines)
    }

    private func respond(_ response: ResponseDeclaration, to writer: inout SwiftWriter) {
        writer.line("\(response.headers.isEmpty ? "let" : "var") response = \(content(of: response.body))")
        for header in response.headers {
            let value = "self." + SwiftName.written(header.head.name, in: .member)
            let name = SwiftWriter.literal(header.head.effectiveWireName)
            writer.line("response.header(\(name), \(value), \(CodecTable.reference(header.head.name)))")
        }
        writer.line("return response")
    }

    private func content(of body: InputDeclaration?) -> String {
        guard let body else { return "request.respond(status)" }
        let value = "self." + SwiftName.written(body.head.name, in: .member)
        let content = MediaTypeList.argument(body.content.mediaTypes)
        if body.type.isOptional {
            return
                "try \(value).map { try request.respond(status, $0, \(CodecTable.reference(body.head.name))\(content)) } "
                + "?? request.respond(status)"
        }
        return "try request.respond(status, \(value), \(CodecTable.reference(body.head.name))\(content))"
    }

    /// Returns an initializer that takes the values. The memberwise initializer would take the property wrappers.
    func initializer(_ inputs: [InputDeclaration]) -> String? {
        guard !inputs.isEmpty else { return nil }
        let parameters = inputs.map(\.initializerParameter)
        return member { writer in
            writeDocumentation("Creates a value from its parts.", to: &writer)
            writer.block("\(access)init(\(parameters.joined(separator: ", ")))") { writer in
                for input in inputs { input.writeAssignment(to: &writer) }
            }
        }
    }

    func expand(_ responses: ResponsesDeclaration) -> Expansion {
        var codecs = CodecTable()
        for branch in responses.cases {
            if let type = branch.type, !type.isPlainName { codecs.add(branch.head.name, type.written) }
        }
        let text = conformance(Core.name("ResponseValue")) { writer in
            respondFunction(&writer) { writer in
                writer.line("switch self {")
                for branch in responses.cases { writer.line(respond(branch)) }
                writer.line("}")
            }
        }
        return Expansion(members: codecs.member.map { [$0] } ?? [], extensions: [text])
    }

    private func respond(_ branch: ResponsesDeclaration.Case) -> String {
        let name = SwiftName.written(branch.head.name, in: .member)
        let status = branch.status.representative
        guard let type = branch.type else { return "case .\(name): request.respond(\(status))" }
        let codec = type.isPlainName ? "" : ", \(CodecTable.reference(branch.head.name))"
        let content = MediaTypeList.argument(branch.content.mediaTypes)
        return "case .\(name)(let value): try request.respond(\(status), value\(codec)\(content))"
    }
}

extension InputDeclaration {
    /// The parameter `limit: Int? = nil`.
    var initializerParameter: String {
        let value = initialValue.map { " = \($0.text)" } ?? (type.isOptional ? " = nil" : "")
        return "\(SwiftName.written(head.name)): \(type.text)\(value)"
    }

    /// Writes the statement that assigns the parameter's value.
    func writeAssignment(to writer: inout SwiftWriter) {
        let name = SwiftName.written(head.name)
        if source.hasWrapper {
            writer.line("_\(head.name) = \(Core.name(source.rawValue))(wrappedValue: \(name))")
        } else {
            writer.line("self.\(name) = \(name)")
        }
    }
}

extension StatusKey {
    /// The default status of a response whose key allows several.
    var representative: String {
        switch self {
        case .code(let code): String(code)
        case .default: "status"
        case .range(let text): text.first.flatMap { $0.isASCII && $0.isNumber ? "\($0)00" : nil } ?? "status"
        }
    }
}

/// The argument with an array of media types.
enum MediaTypeList {
    /// Returns `, content: ["image/png"]`, or an empty string without media types.
    static func argument(_ mediaTypes: [String]) -> String {
        mediaTypes.isEmpty ? "" : ", content: \(list(mediaTypes))"
    }

    static func list(_ mediaTypes: [String]) -> String {
        "[" + mediaTypes.map(SwiftWriter.literal).joined(separator: ", ") + "]"
    }
}
