import ConcordDiagnostics
import ConcordOutline

extension Expression {
    /// Whether the expression is a literal, even if it has the wrong type.
    fileprivate var isWrittenInPlace: Bool {
        switch self {
        case .null, .boolean, .number, .string, .array, .dictionary, .type: true
        case .member, .reference, .call, .keyPath, .dynamic: false
        }
    }
}

/// The state of reading declarations from outlines. Collects diagnostics, so that one run reports all errors.
public struct Reading: Sendable {
    /// The diagnostics so far.
    public var diagnostics: [Diagnostic] = []
    /// Whether all files of the program are available, so that a name without a declaration is an error. A macro sees
    /// only one declaration.
    var seesWholeProgram = false

    /// Creates a reading without diagnostics.
    public init() {}

    mutating func error(
        _ code: String, _ message: String, at mark: SourceMark, help: String? = nil,
        related: (message: String, mark: SourceMark)? = nil
    ) {
        var diagnostic = Diagnostic(.error, code, message, at: mark.position, help: help)
        if let related, let position = related.mark.position {
            diagnostic.related = [.init(related.message, at: position)]
        }
        diagnostics.append(diagnostic)
    }

    /// Returns the string that an argument states, or reports that the argument isn't a string.
    mutating func text(_ argument: Argument) -> String? {
        if case .string(let text) = argument.value { return text }
        notStatic(argument, expected: "a string literal")
        return nil
    }

    /// Returns the strings of a group: `.tags("a", "b")` or `.tags(["a", "b"])`.
    mutating func texts(_ group: [Argument]) -> [String] {
        group.flatMap { argument -> [String] in
            let argument = Argument(group.first?.label, argument.value, mark: argument.mark)
            guard case .array(let elements) = argument.value else { return text(argument).map { [$0] } ?? [] }
            return elements.compactMap { text(Argument(argument.label, $0, mark: argument.mark)) }
        }
    }

    mutating func flag(_ argument: Argument) -> Bool? {
        if case .boolean(let value) = argument.value { return value }
        notStatic(argument, expected: "a boolean literal")
        return nil
    }

    mutating func literal(_ argument: Argument) -> Literal? {
        if let literal = Literal(argument.value) { return literal }
        notStatic(argument, expected: "a literal")
        return nil
    }

    mutating func literal(_ argument: Argument, _ kind: ValueShape.Kind) -> Literal? {
        switch kind {
        case .text: return text(argument).map(Literal.string)
        case .word:
            if case .member(nil, let word) = argument.value { return .string(word) }
            return text(argument).map(Literal.string)
        case .flag: return flag(argument).map(Literal.boolean)
        default: return literal(argument)
        }
    }

    mutating func namedObjects(_ shape: ValueShape, _ argument: Argument) -> [ValueObject.NamedObject] {
        guard case .dictionary(let elements) = argument.value else {
            notStatic(argument, expected: "a dictionary literal")
            return []
        }
        return elements.compactMap { element in
            guard case .string(let name) = element.key else {
                notStatic(argument, expected: "string literals as keys")
                return nil
            }
            return ValueObject(shape, element.value, at: argument.mark, &self).map { .init(name, $0) }
        }
    }

    /// Returns the elements of an array literal with their positions. A name that a macro can't resolve is not an
    /// error.
    mutating func elements(_ argument: Argument, expected: String) -> [Argument]? {
        if case .array(let elements) = argument.value {
            return elements.enumerated().map { Argument(nil, $0.element, mark: argument.mark.element($0.offset)) }
        }
        if !isName(argument.value) || seesWholeProgram { notStatic(argument, expected: expected) }
        return nil
    }

    /// Returns whether the expression may be the name of a constant.
    func isName(_ expression: Expression) -> Bool {
        switch expression {
        case .reference, .member: true
        default: false
        }
    }

    mutating func notStatic(_ argument: Argument, expected: String) {
        if let label = argument.label, NamedValues.mayStand(under: label), isUnseen(argument.value) { return }
        let subject = argument.label.map { "'\($0)'" } ?? "this argument"
        guard argument.value.isWrittenInPlace else {
            error(
                "not-static", "\(subject) must be \(expected) because Concord reads it without running the program",
                at: argument.mark, help: "write the value as a literal here")
            return
        }
        error("unexpected-value", "\(subject) must be \(expected)", at: argument.mark)
    }
}
