import ConcordDiagnostics
import ConcordOutline

/// A key path to a field: `\.name` or `\Station.name`.
public struct FieldPath: Hashable, Sendable {
    /// The root type, if it is written.
    public var root: TypeExpression?
    /// The names of the field and of the fields of related models after it.
    public var names: [String]
    /// The position of the key path.
    public var mark: SourceMark

    /// Creates a path to a field.
    public init(_ names: [String], root: TypeExpression? = nil, mark: SourceMark = SourceMark()) {
        self.names = names
        self.root = root
        self.mark = mark
    }

    /// The name of the field: the first component.
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
    /// Takes a group of key paths, `exclude: \.a, \.b`, or returns `nil` if there is none.
    mutating func takeFieldPaths(_ label: String, _ reading: inout Reading) -> [FieldPath]? {
        take(label).map { group in group.compactMap { FieldPath($0, &reading) } }
    }

    /// Takes a group of key paths under a label that is also the name of a trait, such as `.readOnly`.
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
