import ConcordDiagnostics
import ConcordOutline

/// `SearchFilter(\.name)`: a filter, a pagination, a permission or a throttle where a view uses it.
public struct ParticipantUse: Hashable, Sendable {
    /// The type that is made.
    public var type: TypeExpression
    /// What it is made with.
    public var arguments: [Argument]
    /// The place of the value.
    public var mark: SourceMark

    /// Makes a use.
    public init(_ type: TypeExpression, _ arguments: [Argument] = [], mark: SourceMark = SourceMark()) {
        self.type = type
        self.arguments = arguments
        self.mark = mark
    }

    /// The last part of the type's name.
    public var name: String {
        if case .named(let name, arguments: []) = type { name } else { type.path?.last ?? "" }
    }

    /// Reads a value; nothing where it can't be read without running the program, which is reported.
    init?(_ argument: Argument, expected: String, _ reading: inout Reading) {
        guard case .call(let callee, let arguments) = argument.value, let path = callee.typePath,
            let type = TypeExpression(path: path)
        else {
            if let name = argument.value.typePath?.joined(separator: ".") {
                guard reading.seesWholeProgram else { return nil }
                reading.error(
                    "not-static", "'\(name)' is no constant that these sources declare", at: argument.mark,
                    help: "write '\(name)()' if it is a type")
            } else {
                reading.notStatic(argument, expected: expected)
            }
            return nil
        }
        self.init(type, arguments, mark: argument.mark)
    }

    /// The value that states this.
    public var expression: Expression {
        let path = type.path ?? []
        return .call(path.dropFirst().reduce(.reference(path.first ?? "")) { .member($0, $1) }, arguments)
    }
}
