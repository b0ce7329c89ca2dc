import ConcordDiagnostics
import ConcordOutline

/// `\.name` or `\Station.name`: a field that a declaration names.
public struct FieldPath: Hashable, Sendable {
    /// The type before the dot, where it is written.
    public var root: TypeExpression?
    /// The field, and after it fields of what it leads to.
    public var names: [String]
    /// The place of the key path.
    public var mark: SourceMark

    /// Names a field.
    public init(_ names: [String], root: TypeExpression? = nil, mark: SourceMark = SourceMark()) {
        self.names = names
        self.root = root
        self.mark = mark
    }

    /// The field's own name: the first one.
    public var name: String { names.first ?? "" }

    init?(_ argument: Argument, _ reading: inout Reading) {
        guard case .keyPath(let root, let names) = argument.value, !names.isEmpty else {
            reading.notStatic(argument, expected: "a key path such as \\.name")
            return nil
        }
        self.init(names, root: root, mark: argument.mark)
    }

    var expression: Expression { .keyPath(root: root, names) }
}

extension Arguments {
    /// `exclude: \.a, \.b`: a group of key paths; nothing where it is written otherwise, or not at all.
    mutating func takeFieldPaths(_ label: String, _ reading: inout Reading) -> [FieldPath]? {
        take(label).map { group in group.compactMap { FieldPath($0, &reading) } }
    }

    /// The same where the name may also be a trait: `.readOnly`.
    mutating func takeFieldPathsIfWritten(_ label: String, _ reading: inout Reading) -> [FieldPath] {
        guard case .keyPath? = peek(label)?.first?.value else { return [] }
        return takeFieldPaths(label, &reading) ?? []
    }
}

extension Array<Argument> {
    static func fieldPaths(_ label: String?, _ paths: [FieldPath]) -> [Argument] {
        list(label, paths.map(\.expression))
    }
}
