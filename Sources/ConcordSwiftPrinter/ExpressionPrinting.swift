import ConcordOutline

extension LayoutBuffer {
    /// Writes an expression on the line if it fits with `reserve` columns to spare, and otherwise over several lines.
    mutating func expression(_ expression: Expression, reserve: Int = 0) {
        if isTrying { return onOneLine(expression) }
        if !tryOnLine(reserve: reserve, { $0.onOneLine(expression) }) { onSeveralLines(expression) }
    }

    /// Writes the arguments of an attribute or call, with parentheses.
    mutating func arguments(_ arguments: [Argument], reserve: Int = 0) {
        if isTrying { return argumentsOnOneLine(arguments) }
        if !tryOnLine(reserve: reserve, { $0.argumentsOnOneLine(arguments) }) { argumentsOnSeveralLines(arguments) }
    }

    // MARK: On one line

    private mutating func onOneLine(_ expression: Expression) {
        guard !isOverfull else { return }
        switch expression {
        case .null: write("nil")
        case .boolean(let value): write(value ? "true" : "false")
        case .number(let text): write(grouped(text))
        case .string(let text): string(text)
        case .array(let elements):
            write("[")
            for (index, element) in elements.enumerated() where !isOverfull {
                if index > 0 { write(", ") }
                onOneLine(element)
            }
            if elements.count > 1 { reserveForComma() }
            write("]")
        case .dictionary(let elements):
            write(elements.isEmpty ? "[:" : "[")
            for (index, element) in elements.enumerated() where !isOverfull {
                if index > 0 { write(", ") }
                key(element.key)
                write(": ")
                onOneLine(element.value)
            }
            if elements.count > 1 { reserveForComma() }
            write("]")
        case .member(let base, let name):
            if let base { onOneLine(base: base) }
            write(".")
            write(SwiftName.written(name, in: .member))
        case .reference(let name): reference(name)
        case .type(let type):
            simpleType(type)
            write(".self")
        case .call(let callee, let arguments):
            onOneLine(base: callee)
            argumentsOnOneLine(arguments)
        case .keyPath(let root, let components):
            write("\\")
            if let root { simpleType(root) }
            for component in components {
                write(component == "self" ? ".self" : ".\(SwiftName.written(component, in: .member))")
            }
        case .dynamic(let text): dynamic(text)
        }
    }

    private mutating func key(_ key: Expression) {
        guard case .string(let text) = key else { return onOneLine(key) }
        write(StringLiteral(text, canSpanLines: false).singleLine)
    }

    private mutating func argumentsOnOneLine(_ arguments: [Argument]) {
        write("(")
        for (index, argument) in arguments.enumerated() where !isOverfull {
            if index > 0 { write(", ") }
            label(argument)
            onOneLine(argument.value)
        }
        write(")")
    }

    /// Writes the base of a member access or the callee of a call.
    private mutating func onOneLine(base: Expression) {
        switch base {
        case .type(let type): simpleType(type)
        case .dynamic, .keyPath:
            write("(")
            onOneLine(base)
            write(")")
        case .number(let text) where text.hasPrefix("-"): write("(\(grouped(text)))")
        case .member(let inner, "init"):
            // An initializer. Without its base, it would be a case with that name.
            if let inner { onOneLine(base: inner) }
            write(".init")
        default: onOneLine(base)
        }
    }

    private mutating func label(_ argument: Argument) {
        guard let label = argument.label else { return }
        write(SwiftName.written(label, in: .label))
        write(": ")
    }

    private mutating func reference(_ name: String) {
        switch name {
        case "self", "Self", "super": write(name)
        default: write(SwiftName.written(name))
        }
    }

    private mutating func string(_ text: String) {
        guard !isTrying || hasRoom(for: text) else { return failToFit() }
        let literal = StringLiteral(text)
        if isTrying && literal.isMultiline { return failToFit() }
        if literal.isMultiline { lines(of: literal) } else { write(literal.singleLine) }
    }

    private mutating func dynamic(_ text: String) {
        if isTrying && text.utf8.contains(UInt8(ascii: "\n")) { return failToFit() }
        lines(of: text)
    }

    /// Returns an integer with seven digits or more (hexadecimal: eight, binary: ten) with the underscores that
    /// swift-format inserts.
    private func grouped(_ number: String) -> String {
        guard number.utf8.count >= 7, !number.utf8.contains(UInt8(ascii: "_")) else { return number }
        let sign = number.hasPrefix("-") ? "-" : ""
        let digits = number.dropFirst(sign.count)
        if digits.hasPrefix("0x"), digits.dropFirst(2).allSatisfy(\.isHexDigit) {
            return sign + "0x" + grouped(digits.dropFirst(2), by: 4, from: 8)
        }
        if digits.hasPrefix("0b") { return sign + "0b" + grouped(digits.dropFirst(2), by: 8, from: 10) }
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return number }
        return sign + grouped(digits, by: 3, from: 7)
    }

    private func grouped(_ digits: Substring, by size: Int, from least: Int) -> String {
        guard digits.utf8.count >= least else { return String(digits) }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % size == 0 { result += "_" }
            result.append(digit)
        }
        return result
    }

    // MARK: On several lines

    private mutating func onSeveralLines(_ expression: Expression) {
        switch expression {
        case .array(let elements) where !elements.isEmpty:
            elementsOnSeveralLines(elements) { $0.expression($1, reserve: 1) }
        case .dictionary(let elements) where !elements.isEmpty:
            elementsOnSeveralLines(elements) { buffer, element in
                buffer.key(element.key)
                buffer.afterColon(element.value)
            }
        case .call(let callee, let arguments) where !arguments.isEmpty:
            baseOnSeveralLines(callee)
            argumentsOnSeveralLines(arguments)
        case .member(let base?, let name):
            baseOnSeveralLines(base)
            write(".")
            write(SwiftName.written(name, in: .member))
        case .type(let type):
            simpleType(type)
            indented { buffer in
                buffer.newLine()
                buffer.write(".self")
            }
        default: onOneLine(expression)
        }
    }

    private mutating func baseOnSeveralLines(_ base: Expression) {
        if !tryOnLine({ $0.onOneLine(base: base) }) { onSeveralLines(base) }
    }

    /// Writes one element per line, with a trailing comma unless there is only one element.
    private mutating func elementsOnSeveralLines<Element>(
        _ elements: [Element], _ element: (inout LayoutBuffer, Element) -> Void
    ) {
        write("[")
        indented { buffer in
            for item in elements {
                buffer.newLine()
                element(&buffer, item)
                if elements.count > 1 { buffer.write(",") }
            }
        }
        newLine()
        write("]")
    }

    private mutating func argumentsOnSeveralLines(_ arguments: [Argument]) {
        guard !arguments.isEmpty else { return write("()") }
        write("(")
        indented { buffer in
            for (index, argument) in arguments.enumerated() {
                buffer.newLine()
                buffer.argument(argument)
                if index < arguments.count - 1 { buffer.write(",") }
            }
        }
        newLine()
        write(")")
    }

    private mutating func argument(_ argument: Argument) {
        guard let label = argument.label else { return expression(argument.value, reserve: 1) }
        write(SwiftName.written(label, in: .label))
        if case .string(let text) = argument.value, StringLiteral(text).isMultiline {
            write(": ")
            indented { $0.expression(argument.value) }
        } else {
            afterColon(argument.value)
        }
    }

    /// Writes `: value`, with the value on a separate line if it doesn't fit and has no bracket to break after.
    private mutating func afterColon(_ value: Expression) {
        write(":")
        if tryOnLine(
            reserve: 1,
            {
                $0.write(" "); $0.onOneLine(value)
            })
        {
            return
        }
        if value.canBreakInside,
            tryOnLine(
                keep: false,
                {
                    $0.write(" "); $0.opening(of: value)
                })
        {
            write(" ")
            onSeveralLines(value)
        } else {
            // The formatter indents the lines of a string literal like the key.
            indented { $0.newLine() }
            if value.isString { return onOneLine(value) }
            indented { $0.expression(value, reserve: 1) }
        }
    }

    /// Writes ` = value`, with the value on a separate line if it doesn't fit otherwise. The lines of a string literal
    /// are indented by `textSteps` levels.
    mutating func initialValue(_ value: Expression, reserve: Int = 0, textSteps: Int = 1) {
        write(" =")
        if isTrying
            || tryOnLine(
                reserve: reserve,
                {
                    $0.write(" "); $0.onOneLine(value)
                })
        {
            if isTrying { write(" "); onOneLine(value) }
            return
        }
        if value.canBreakInside,
            tryOnLine(
                keep: false,
                {
                    $0.write(" "); $0.opening(of: value)
                })
        {
            write(" ")
            if value.isString, textSteps > 0 { return indented { $0.onSeveralLines(value) } }
            onSeveralLines(value)
        } else {
            indented { buffer in
                buffer.newLine()
                buffer.expression(value, reserve: reserve)
            }
        }
    }

    /// Writes the part of an expression before its first possible line break.
    private mutating func opening(of value: Expression) {
        switch value {
        case .call(let callee, _) where !callee.canBreakInside:
            onOneLine(base: callee)
            write("(")
        case .call(let callee, _): opening(of: callee)
        case .member(let base?, _): opening(of: base)
        case .string(let text): write(StringLiteral(text).lines[0])
        default: write("[")
        }
    }
}

extension Expression {
    /// Whether the expression contains a possible line break, so that its beginning can stay on the current line.
    fileprivate var canBreakInside: Bool {
        switch self {
        case .array(let elements): !elements.isEmpty
        case .dictionary(let elements): !elements.isEmpty
        case .call(let callee, let arguments): !arguments.isEmpty || callee.canBreakInside
        case .member(let base?, _): base.canBreakInside
        case .string(let text): StringLiteral(text).isMultiline
        case .dynamic(let text): text.utf8.contains(UInt8(ascii: "\n"))
        default: false
        }
    }

    fileprivate var isString: Bool {
        if case .string = self { true } else { false }
    }
}
