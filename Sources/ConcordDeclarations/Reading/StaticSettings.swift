import ConcordDiagnostics
import ConcordOutline

extension TypeBody {
    /// The value of `static let name = …`, or of a computed property or a function without parameters of that name.
    ///
    /// Code of more than one expression is a value that can't be told without running the program.
    func staticValue(_ name: String) -> Argument? {
        for member in members where member.modifiers.contains("static") {
            switch member.kind {
            case .variable(let variable) where variable.name == name:
                if let value = variable.initialValue {
                    return Argument(
                        name, value, mark: variable.valueMark.position == nil ? member.mark : variable.valueMark)
                }
                guard let accessors = variable.accessors else { return nil }
                return variable.getter.argument(name, code: accessors, at: member.mark)
            case .function(let function) where function.name == name && function.parameters.isEmpty:
                return function.code.argument(name, code: function.body ?? "", at: member.mark)
            default: continue
            }
        }
        return nil
    }

    /// Reports an array in place of several types without a written type, which Swift refuses.
    func checkTyped(_ name: String, as element: String, _ reading: inout Reading) {
        for member in members where member.modifiers.contains("static") {
            guard case .variable(let variable) = member.kind, variable.name == name, variable.type == nil,
                case .array(let elements)? = variable.initialValue, Set(elements.map(\.calledType)).count != 1
            else { continue }
            reading.error(
                "missing-type", "'\(name)' needs its type written, since its elements are of different types",
                at: member.mark, help: "write 'static let \(name): [any \(element)] = …'")
        }
    }

    /// Reports settings that belong to an instance, where nothing reads them.
    func checkStatic(_ names: [String], _ reading: inout Reading) {
        for member in members where !member.modifiers.contains("static") {
            guard case .variable(let variable) = member.kind, names.contains(variable.name), member.attributes.isEmpty,
                variable.isConstant || variable.accessors != nil
            else { continue }
            reading.error(
                "instance-setting", "'\(variable.name)' is a setting, and must be static", at: member.mark,
                help: "write 'static let \(variable.name) = …'")
        }
    }

    /// The elements of `static let name = […]`; none where it is not written.
    func staticElements(_ name: String, _ reading: inout Reading) -> [Argument] {
        staticValue(name).flatMap { reading.elements($0, expected: "a list in place") } ?? []
    }
}

extension CodeFacts {
    /// The value as the argument that a declaration would state.
    fileprivate func argument(_ name: String, code: String, at mark: SourceMark) -> Argument {
        Argument(name, value ?? .dynamic(code), mark: valueMark.position == nil ? mark : valueMark)
    }
}

extension Expression {
    /// The text of the type that a call makes a value of; of anything else its kind alone.
    fileprivate var calledType: String {
        if case .call(let callee, _) = self { callee.typePath?.joined(separator: ".") ?? "" } else { "" }
    }
}
