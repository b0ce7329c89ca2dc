import ConcordDiagnostics
import ConcordOutline

/// The fields of a model that a serializer has: `@Serializer(of: Station.self, exclude: \.notes)`.
public struct ModelSelection: Hashable, Sendable {
    /// The type of the model.
    public var model: TypeExpression
    /// The value of `fields:`: these fields, in this order. By default, all fields of the model.
    public var fields: [FieldPath]?
    /// The value of `exclude:`.
    public var exclude: [FieldPath]
    /// The value of `readOnly:`.
    public var readOnly: [FieldPath]
    /// The value of `writeOnly:`.
    public var writeOnly: [FieldPath]
    /// The value of `optional:`: the fields that requests can omit.
    public var optional: [FieldPath]
    /// The position of the model's name.
    public var mark: SourceMark

    /// Creates a selection of all fields of a model.
    public init(_ model: TypeExpression, mark: SourceMark = SourceMark()) {
        self.model = model
        self.mark = mark
        exclude = []
        readOnly = []
        writeOnly = []
        optional = []
    }

    /// All key paths, in the order of the arguments.
    public var paths: [FieldPath] { (fields ?? []) + exclude + readOnly + writeOnly + optional }

    static let labels = ["of", "fields", "exclude", "readOnly", "writeOnly", "optional"]

    /// Takes `of:` and the selecting arguments. Returns `nil` if the serializer states its own fields.
    init?(_ arguments: inout Arguments, _ reading: inout Reading) {
        guard let argument = arguments.take("of")?.first else {
            for label in Self.labels.dropFirst() {
                guard let path = arguments.takeFieldPathsIfWritten(label, &reading).first else { continue }
                reading.error(
                    "selection-without-model", "'\(label)' requires a model",
                    at: path.mark, help: "name the model first: '@Serializer(of: Model.self, \(label): …)'")
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
                "contradictory-selection", "use either 'fields' or 'exclude', not both",
                at: first.mark, help: "remove one of them")
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
                    "contradictory-selection", "'\(path.name)' appears in both '\(one)' and '\(other)'", at: path.mark,
                    help: "remove one of them", related: ("'\(one)' is here", earlier.mark))
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
