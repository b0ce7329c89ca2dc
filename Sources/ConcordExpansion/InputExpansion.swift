import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

/// The code that reads one input from a request: the statement, and the condition for its presence.
struct InputExpansion {
    let input: InputDeclaration
    let wireName: String
    private let rules: String?

    init(_ input: InputDeclaration, wireName: String, rulesName: String, _ rules: inout RuleTable) {
        self.input = input
        self.wireName = wireName
        self.rules = rules.add(rulesName, input.content.constraints.rules)
    }

    var local: String { "_" + input.head.name }

    /// Whether reading requires `await`.
    var isAsync: Bool { input.source == .body || input.source == .component }

    /// Whether reading requires `try`.
    var isThrowing: Bool { isAsync || input.source == .currentUser }

    /// The statement `let _limit = inputs.query("limit", …)`.
    var statement: String { "let \(local) = \(expression)" }

    private var expression: String {
        let codec = input.type.codec
        let stated = self.stated.isEmpty ? "" : ", " + self.stated.joined(separator: ", ")
        let name = SwiftWriter.literal(wireName)
        switch input.source {
        case .path: return "inputs.path(\(name), \(codec)\(stated))"
        case .query: return "inputs.query(\(name), \(codec)\(stated))"
        case .header: return "inputs.header(\(name), \(codec)\(stated))"
        case .cookie: return "inputs.cookie(\(name), \(codec)\(stated))"
        case .queryString: return "inputs.queryString(\(name), \(codec)\(stated))"
        case .body where input.type.unwrapped.isStreamedBody:
            let mediaTypes = input.content.mediaTypes
            return "try inputs.stream(\(mediaTypes.isEmpty ? "" : "content: \(MediaTypeList.list(mediaTypes))"))"
        case .body: return "try await inputs.body(\(codec)\(stated))"
        case .currentUser:
            let function = input.type.isOptional ? "currentUser" : "requiredUser"
            return "try inputs.\(function)(\(input.type.unwrapped.text).self)"
        case .request: return "inputs.request"
        case .component: return "try await inputs.value(\(input.type.unwrapped.text).self)"
        }
    }

    /// The arguments, in the order of the parameters of the run time's functions.
    private var stated: [String] {
        var arguments: [String] = []
        if input.source == .body {
            if input.type.isOptional || input.content.keywords.flag(.required) == false {
                arguments.append("required: false")
            }
        } else if input.source != .path, isRequired {
            arguments.append("required: true")
        }
        if let style = input.style, input.source != .header { arguments.append("style: .\(style)") }
        if let explode = input.explode { arguments.append("explode: \(explode)") }
        if input.source == .query, input.allowEmptyValue == true { arguments.append("allowEmptyValue: true") }
        if input.source == .body {
            let mediaTypes = input.content.mediaTypes
            if !mediaTypes.isEmpty { arguments.append("content: \(MediaTypeList.list(mediaTypes))") }
            let parts = (input.content.encoding ?? []).compactMap { PartRulesExpansion($0) }
            if !parts.isEmpty { arguments.append("parts: \(parts.dictionary)") }
        } else if let mediaType = input.content.mediaTypes.first {
            arguments.append("content: \(SwiftWriter.literal(mediaType))")
        }
        if let rules { arguments.append("rules: \(rules)") }
        return arguments
    }

    private var isRequired: Bool {
        input.content.keywords.flag(.required) ?? (!input.type.isOptional && input.initialValue == nil)
    }

    /// The condition that the input is present, or `nil` if the call doesn't need it.
    var binding: String? {
        let isAlwaysThere = !input.source.isInDocument || input.type.unwrapped.isStreamedBody
        return input.type.isOptional || input.initialValue != nil || isAlwaysThere ? nil : "let \(local)"
    }

    /// The argument of the call.
    var value: String {
        guard let initialValue = input.initialValue, !input.type.isOptional else { return local }
        return "\(local) ?? \(initialValue.text)"
    }

    /// The argument with its label.
    var labelledValue: String {
        input.label == "_" ? value : "\(SwiftName.written(input.label ?? input.head.name, in: .label)): \(value)"
    }
}

extension [InputExpansion] {
    /// The effects of a function that reads the inputs: `async`, `throws`, or both.
    var effects: String? {
        contains(where: \.isAsync) ? "async throws" : contains(where: \.isThrowing) ? "throws" : nil
    }

    /// The keywords before a call of such a function.
    var attempt: String {
        contains(where: \.isAsync) ? "try await " : contains(where: \.isThrowing) ? "try " : ""
    }
}

extension TypeExpander {
    func expand(_ parameter: ParameterDeclaration) -> Expansion {
        expandInput(parameter.input, isInNamespace: parameter.head.isInNamespace)
    }

    /// Expands a type that reads its only wrapped property from a request.
    private func expandInput(_ declaration: InputDeclaration, isInNamespace: Bool) -> Expansion {
        var rules = RuleTable()
        let input = InputExpansion(
            declaration, wireName: declaration.head.effectiveWireName, rulesName: declaration.head.name, &rules)
        let memberwise = isInNamespace ? initializer([declaration]) : nil
        let members = members(CodecTable(), rules) + (memberwise.map { [$0] } ?? [])
        return expansion(Core.machinery("Input"), isInNamespace: isInNamespace, members: members) { writer in
            write(CodecTable(), rules, to: &writer)
            let effects = [input].effects.map { " " + $0 } ?? ""
            writer.block("\(access)init?(from inputs: inout \(Core.machinery("Inputs")))\(effects)") { writer in
                writer.line(input.statement)
                let name = SwiftName.written(declaration.head.name)
                if declaration.initialValue != nil {
                    writer.line("if let \(input.local) { self.\(name) = \(input.local) }")
                } else {
                    if let binding = input.binding { writer.line("guard \(binding) else { return nil }") }
                    writer.line("self.\(name) = \(input.local)")
                }
            }
        }
    }

    func expand(_ body: RequestBodyDeclaration) -> Expansion {
        switch body.form {
        case .single(let input): expandInput(input, isInNamespace: body.head.isInNamespace)
        case .cases(let cases): expandCases(cases)
        }
    }

    /// Expands a request body with several cases. The media type of the body determines which case is read.
    private func expandCases(_ cases: [RequestBodyDeclaration.Case]) -> Expansion {
        var codecs = CodecTable()
        var rules = RuleTable()
        for branch in cases { codecs.add(branch.head.name, branch.type) }
        let stated = cases.map { rules.add($0.head.name, $0.content.constraints.rules) }
        let text = conformance(Core.machinery("Input")) { writer in
            write(codecs, rules, to: &writer)
            writer.block("\(access)init?(from inputs: inout \(Core.machinery("Inputs"))) async throws") { writer in
                let groups = cases.map {
                    MediaTypeList.list($0.content.mediaTypes.isEmpty ? ["application/json"] : $0.content.mediaTypes)
                }
                let shapes = cases.map { CodecTable.reference($0.head.name) + ".shape" }
                let arguments = [groups, shapes].map { "[\($0.joined(separator: ", "))]" }
                writer.line(
                    "switch try inputs.contentType(amongGroups: \(arguments[0]), shapes: \(arguments[1])) {")
                for (index, branch) in cases.enumerated() {
                    let label = index == cases.count - 1 ? "default" : "case \(index)"
                    let argument = stated[index].map { ", rules: \($0)" } ?? ""
                    writer.line("\(label):")
                    writer.indented { writer in
                        let codec = CodecTable.reference(branch.head.name)
                        writer.line(
                            "guard let value = try await inputs.body(\(codec), content: \(groups[index])\(argument)) else { return nil }"
                        )
                        writer.line("self = .\(SwiftName.written(branch.head.name, in: .member))(value)")
                    }
                }
                writer.line("}")
            }
        }
        return Expansion(members: members(codecs, rules), extensions: [text])
    }
}
