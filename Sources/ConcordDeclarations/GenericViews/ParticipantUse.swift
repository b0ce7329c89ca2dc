import ConcordDiagnostics
import ConcordOutline

/// A use of a filter, pagination, permission, or throttle in a view: `SearchFilter(\.name)`.
public struct ParticipantUse: Hashable, Sendable {
    /// The type of the participant.
    public var type: TypeExpression
    /// The arguments of the initializer.
    public var arguments: [Argument]
    /// The position of the value.
    public var mark: SourceMark

    /// Creates a use.
    public init(_ type: TypeExpression, _ arguments: [Argument] = [], mark: SourceMark = SourceMark()) {
        self.type = type
        self.arguments = arguments
        self.mark = mark
    }

    /// The last component of the type's name.
    public var name: String {
        if case .named(let name, arguments: []) = type { name } else { type.path?.last ?? "" }
    }

    /// Reads a use. Reports an expression that can't be read without running the app, and returns `nil` for it.
    init?(_ argument: Argument, expected: String, _ reading: inout Reading) {
        guard case .call(let callee, let arguments) = argument.value, let path = callee.typePath,
            let type = TypeExpression(path: path)
        else {
            if let name = argument.value.typePath?.joined(separator: ".") {
                guard reading.seesWholeProgram else { return nil }
                reading.error(
                    "not-static", "'\(name)' is not a constant declared in these sources", at: argument.mark,
                    help: "if it is a type, write '\(name)()'")
            } else {
                reading.notStatic(argument, expected: expected)
            }
            return nil
        }
        self.init(type, arguments, mark: argument.mark)
    }

    /// The expression that states the use.
    public var expression: Expression {
        let path = type.path ?? []
        return .call(path.dropFirst().reduce(.reference(path.first ?? "")) { .member($0, $1) }, arguments)
    }
}
