import ConcordOutline

extension LayoutBuffer {
    /// Writes a type on one line, with the short forms of optionals, arrays, and dictionaries.
    mutating func type(_ type: TypeExpression) {
        guard !isOverfull else { return }
        switch type {
        case .named(let name, let arguments):
            if let short = shortForm(name, arguments) { return self.type(short) }
            write(SwiftName.written(name, in: .type))
            genericArguments(arguments)
        case .member(let base, let name, let arguments):
            simpleType(base)
            write(".")
            write(SwiftName.written(name, in: .member))
            genericArguments(arguments)
        case .optional(let wrapped):
            simpleType(wrapped)
            write("?")
        case .array(let element):
            write("[")
            self.type(element)
            write("]")
        case .dictionary(let key, let value):
            write("[")
            self.type(key)
            write(": ")
            self.type(value)
            write("]")
        case .existential(let constraint):
            write("any ")
            self.type(constraint)
        case .opaque(let constraint):
            write("some ")
            self.type(constraint)
        case .metatype(let instance):
            simpleType(instance)
            write(".Type")
        case .tuple(let elements):
            guard !elements.isEmpty else { return write("Void") }
            write("(")
            types(elements)
            write(")")
        case .other(let text): write(text)
        }
    }

    mutating func genericArguments(_ arguments: [TypeExpression]) {
        guard !arguments.isEmpty else { return }
        write("<")
        types(arguments)
        write(">")
    }

    mutating func types(_ list: [TypeExpression]) {
        for (index, type) in list.enumerated() {
            if index > 0 { write(", ") }
            self.type(type)
        }
    }

    /// Writes a type before `?` or `.Type`, in parentheses if the suffix would otherwise apply to only its last part.
    mutating func simpleType(_ type: TypeExpression) {
        switch type {
        case .existential, .opaque, .other:
            write("(")
            self.type(type)
            write(")")
        default: self.type(type)
        }
    }

    private func shortForm(_ name: String, _ arguments: [TypeExpression]) -> TypeExpression? {
        switch (name, arguments.count) {
        case ("Array", 1): .array(arguments[0])
        case ("Optional", 1): .optional(arguments[0])
        case ("Dictionary", 2): .dictionary(key: arguments[0], value: arguments[1])
        default: nil
        }
    }
}
