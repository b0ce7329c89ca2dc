import ConcordDiagnostics
import ConcordOutline

/// `@Serializer(of: Station.self, exclude: \.notes)`: which fields of a model a serializer has, and how.
public struct ModelSelection: Hashable, Sendable {
    /// The model's type.
    public var model: TypeExpression
    /// `fields:`: these, in this order; unstated all of the model's.
    public var fields: [FieldPath]?
    /// `exclude:`.
    public var exclude: [FieldPath]
    /// `readOnly:`.
    public var readOnly: [FieldPath]
    /// `writeOnly:`.
    public var writeOnly: [FieldPath]
    /// `optional:`: what requests may leave out.
    public var optional: [FieldPath]
    /// The place of the model's name.
    public var mark: SourceMark

    /// Selects all fields of a model.
    public init(_ model: TypeExpression, mark: SourceMark = SourceMark()) {
        self.model = model
        self.mark = mark
        exclude = []
        readOnly = []
        writeOnly = []
        optional = []
    }

    /// Every key path, in the order of arguments.
    public var paths: [FieldPath] { (fields ?? []) + exclude + readOnly + writeOnly + optional }

    static let labels = ["of", "fields", "exclude", "readOnly", "writeOnly", "optional"]

    /// Takes `of:` and what selects; nothing where a serializer states its own fields.
    init?(_ arguments: inout Arguments, _ reading: inout Reading) {
        guard let argument = arguments.take("of")?.first else {
            for label in Self.labels.dropFirst() {
                guard let path = arguments.takeFieldPathsIfWritten(label, &reading).first else { continue }
                reading.error(
                    "selection-without-model", "'\(label)' selects fields of a model, but none is named",
                    at: path.mark, help: "name it first: '@Serializer(of: Model.self, \(label): …)'")
            }
            return nil
        }
        guard case .type(let model) = argument.value else {
            reading.notStatic(argument, expected: "a model such as Station.self")
            return nil
        }
        self.init(model, mark: argument.mark)
        fields = arguments.takeFieldPaths("fields", &reading)
        exclude = arguments.takeFieldPaths("exclude", &reading) ?? []
        readOnly = arguments.takeFieldPathsIfWritten("readOnly", &reading)
        writeOnly = arguments.takeFieldPathsIfWritten("writeOnly", &reading)
        optional = arguments.takeFieldPaths("optional", &reading) ?? []
        checkContradictions(&reading)
    }

    private func checkContradictions(_ reading: inout Reading) {
        if fields != nil, let first = exclude.first {
            reading.error(
                "contradictory-selection", "'fields' says what there is, so 'exclude' has nothing to say",
                at: first.mark, help: "keep one of them")
        }
        let pairs = [
            ("readOnly", readOnly, "writeOnly", writeOnly), ("exclude", exclude, "readOnly", readOnly),
            ("exclude", exclude, "writeOnly", writeOnly), ("exclude", exclude, "optional", optional),
            ("readOnly", readOnly, "optional", optional),
        ]
        for (one, left, other, right) in pairs {
            for path in right {
                guard let earlier = left.first(where: { $0.names == path.names }) else { continue }
                reading.error(
                    "contradictory-selection", "'\(path.name)' is under '\(one)' and under '\(other)'", at: path.mark,
                    help: "keep one of them", related: ("'\(one)' is here", earlier.mark))
            }
        }
    }

    var arguments: [Argument] {
        var arguments = [Argument("of", .type(model))]
        arguments += .fieldPaths("fields", fields ?? []) + .fieldPaths("exclude", exclude)
        arguments += .fieldPaths("readOnly", readOnly) + .fieldPaths("writeOnly", writeOnly)
        return arguments + .fieldPaths("optional", optional)
    }
}
