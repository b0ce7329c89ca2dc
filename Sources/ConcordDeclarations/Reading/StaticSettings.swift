import ConcordDiagnostics
import ConcordOutline

extension TypeBody {
    /// Returns the value of `static let name = …`, or of a computed property or function without parameters with that
    /// name.
    ///
    /// Code with more than one expression can't be evaluated without running the app.
    package func staticValue(_ name: String) -> Argument? {
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

    /// Reports an array literal with elements of several types and no type annotation, which Swift rejects.
    func checkTyped(_ name: String, as element: String, _ reading: inout Reading) {
        for member in members where member.modifiers.contains("static") {
            guard case .variable(let variable) = member.kind, variable.name == name, variable.type == nil,
                case .array(let elements)? = variable.initialValue, Set(elements.map(\.calledType)).count != 1
            else { continue }
            reading.error(
                "missing-type", "'\(name)' must have an explicit type because its elements have different types",
                at: member.mark, help: "write 'static let \(name): [any \(element)] = …'")
        }
    }

    /// Reports settings that are instance properties, which are never read.
    func checkStatic(_ names: [String], _ reading: inout Reading) {
        for member in members where !member.modifiers.contains("static") {
            guard case .variable(let variable) = member.kind, names.contains(variable.name), member.attributes.isEmpty,
                variable.isConstant || variable.accessors != nil
            else { continue }
            reading.error(
                "instance-setting", "'\(variable.name)' is a setting and must be static", at: member.mark,
                help: "write 'static let \(variable.name) = …'")
        }
    }

    /// Returns the elements of `static let name = […]`, or an empty array if it isn't declared.
    func staticElements(_ name: String, _ reading: inout Reading) -> [Argument] {
        staticValue(name).flatMap { reading.elements($0, expected: "an array literal") } ?? []
    }
}

extension CodeFacts {
    /// Returns the value as an argument.
    fileprivate func argument(_ name: String, code: String, at mark: SourceMark) -> Argument {
        Argument(name, value ?? .dynamic(code), mark: valueMark.position == nil ? mark : valueMark)
    }
}

extension Expression {
    /// The name of the type that a call initializes, or an empty string for any other expression.
    fileprivate var calledType: String {
        if case .call(let callee, _) = self { callee.typePath?.joined(separator: ".") ?? "" } else { "" }
    }
}
