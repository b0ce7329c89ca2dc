import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

extension TypeExpander {
    /// Expands a participant. The run time copies the value that a view states for each request and sets the wrapped
    /// properties of the copy.
    func expand(_ participant: ParticipantDeclaration) -> Expansion {
        var rules = RuleTable()
        let inputs = participant.inputs.map {
            InputExpansion($0, wireName: participant.wireName(of: $0), rulesName: $0.head.name, &rules)
        }
        let isInNamespace = participant.head.isInNamespace && !inputs.isEmpty
        return expansion(
            Core.name("RequestPart"), isInNamespace: isInNamespace, members: members(CodecTable(), rules)
        ) { writer in
            if inputs.isEmpty { return }
            write(CodecTable(), rules, to: &writer)
            writeSettingsInitializer(participant, to: &writer)
            let effects = inputs.effects.map { " " + $0 } ?? ""
            let signature = "\(access)func bound(to inputs: inout \(Core.machinery("Inputs")))\(effects) -> Self?"
            writer.block(signature) { writer in
                for input in inputs { writer.line(input.statement) }
                let needed = inputs.compactMap(\.binding)
                if !needed.isEmpty { writer.line("guard \(needed.joined(separator: ", ")) else { return nil }") }
                writer.line("var bound = self")
                for input in inputs { input.assign(to: "bound", &writer) }
                writer.line("return bound")
            }
        }
    }

    /// Writes an initializer for the settings only. The memberwise initializer would also require the inputs, which are
    /// known only when a request is handled.
    private func writeSettingsInitializer(_ participant: ParticipantDeclaration, to writer: inout SwiftWriter) {
        let bare = participant.inputs.filter(\.hasNoValue)
        guard !bare.isEmpty else { return }
        let settings = participant.implementation.compactMap(\.setting)
        // Swift synthesizes this initializer if all wrappers can be created without arguments. Only that of the user
        // can.
        let isSynthesized =
            bare.allSatisfy { $0.source == .currentUser } && settings.allSatisfy { $0.initialValue != nil }
        if isSynthesized { return }
        let parameters = settings.map { setting in
            let value = setting.initialValue.map { " = \($0.text)" } ?? ""
            return "\(SwiftName.written(setting.name)): \(setting.type?.text ?? "")\(value)"
        }
        writeDocumentation("Creates a value from its settings. A request supplies the rest.", to: &writer)
        writer.block("\(access)init(\(parameters.joined(separator: ", ")))") { writer in
            for input in bare { writer.line("_\(input.head.name) = \(Core.name(input.source.rawValue))()") }
            for setting in settings {
                writer.line("self.\(SwiftName.written(setting.name, in: .member)) = \(SwiftName.written(setting.name))")
            }
        }
        writer.line()
    }

    /// Expands an input group, which reads itself from a request as a component does.
    func expand(_ group: InputGroupDeclaration) -> Expansion {
        expandGroup(group.inputs, isInNamespace: group.head.isInNamespace)
    }

    func expandGroup(_ declared: [InputDeclaration], isInNamespace: Bool) -> Expansion {
        guard !declared.isEmpty else { return Expansion(members: [], extensions: []) }
        var rules = RuleTable()
        let inputs = declared.map {
            InputExpansion($0, wireName: $0.head.effectiveWireName, rulesName: $0.head.name, &rules)
        }
        let members = members(CodecTable(), rules) + (initializer(declared).map { [$0] } ?? [])
        return expansion(Core.machinery("Input"), isInNamespace: isInNamespace, members: members) { writer in
            write(CodecTable(), rules, to: &writer)
            let effects = inputs.effects.map { " " + $0 } ?? ""
            writer.block("\(access)init?(from inputs: inout \(Core.machinery("Inputs")))\(effects)") { writer in
                for input in inputs { writer.line(input.statement) }
                let needed = inputs.compactMap(\.binding)
                if !needed.isEmpty { writer.line("guard \(needed.joined(separator: ", ")) else { return nil }") }
                writer.line("self.init(\(inputs.map(\.initializerArgument).joined(separator: ", ")))")
            }
        }
    }
}

extension InputDeclaration {
    /// Whether the property's wrapper has neither arguments nor an initial value.
    fileprivate var hasNoValue: Bool {
        source.hasWrapper && initialValue == nil && head.wireName == nil && style == nil && explode == nil
            && allowReserved == nil && allowEmptyValue == nil && content == ContentDeclaration()
    }
}

extension Declaration {
    /// The stored property that is an argument of the participant.
    fileprivate var setting: Variable? {
        guard case .variable(let variable) = kind, variable.accessors == nil, variable.type != nil,
            !modifiers.contains("static"), !variable.isConstant || variable.initialValue == nil
        else { return nil }
        return variable
    }
}

extension InputExpansion {
    /// The argument `above: _above`, with a default for inputs that the request omits.
    fileprivate var initializerArgument: String {
        "\(SwiftName.written(input.head.name, in: .label)): \(value)"
    }

    /// Writes the assignment. A property with an initial value keeps it if the request omits the input.
    fileprivate func assign(to target: String, _ writer: inout SwiftWriter) {
        let member = "\(target).\(SwiftName.written(input.head.name, in: .member))"
        if input.initialValue != nil {
            writer.line("if let \(local) { \(member) = \(local) }")
        } else {
            writer.line("\(member) = \(local)")
        }
    }
}
