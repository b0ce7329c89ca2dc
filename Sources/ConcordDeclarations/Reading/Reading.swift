import ConcordDiagnostics
import ConcordOutline

extension Expression {
    /// Whether the text says the value itself, be it one of the wrong kind.
    fileprivate var isWrittenInPlace: Bool {
        switch self {
        case .null, .boolean, .number, .string, .array, .dictionary, .type: true
        case .member, .reference, .call, .keyPath, .dynamic: false
        }
    }
}

/// The reading of declarations from outlines: collects what is wrong, so that one run reports everything.
public struct Reading: Sendable {
    /// What was found so far.
    public var diagnostics: [Diagnostic] = []
    /// Whether all of a program's files are at hand, so that a name declared nowhere is a mistake; a macro sees one
    /// declaration only.
    var seesWholeProgram = false

    /// Starts with nothing found.
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

    /// The text that an argument states, or a report that it states none.
    mutating func text(_ argument: Argument) -> String? {
        if case .string(let text) = argument.value { return text }
        notStatic(argument, expected: "a string literal")
        return nil
    }

    /// The texts of a group: `.tags("a", "b")` or `.tags(["a", "b"])`.
    mutating func texts(_ group: [Argument]) -> [String] {
        group.flatMap { argument -> [String] in
            let argument = Argument(group.first?.label, argument.value, mark: argument.mark)
            guard case .array(let elements) = argument.value else { return text(argument).map { [$0] } ?? [] }
            return elements.compactMap { text(Argument(argument.label, $0, mark: argument.mark)) }
        }
    }

    mutating func flag(_ argument: Argument) -> Bool? {
        if case .boolean(let value) = argument.value { return value }
        notStatic(argument, expected: "true or false")
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

    /// The elements of a list in place, each with its own mark. A name that a macro can't follow is no list and no mistake.
    mutating func elements(_ argument: Argument, expected: String) -> [Argument]? {
        if case .array(let elements) = argument.value {
            return elements.enumerated().map { Argument(nil, $0.element, mark: argument.mark.element($0.offset)) }
        }
        if !isName(argument.value) || seesWholeProgram { notStatic(argument, expected: expected) }
        return nil
    }

    /// Whether a constant that is declared elsewhere may stand behind the expression.
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
                "not-static", "\(subject) must be \(expected), since it is read without running the program",
                at: argument.mark, help: "write the value in place")
            return
        }
        error("unexpected-value", "\(subject) must be \(expected)", at: argument.mark)
    }
}
