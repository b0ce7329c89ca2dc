import ConcordDiagnostics
import ConcordYAML

/// Finds constructs that Swagger 2.0 doesn't define, which the conversion removes, and values of the wrong kind.
struct SwaggerCheck: DocumentVisitor {
    private let files: SourceFiles
    private var shape: ShapeCheck
    private var others: [Diagnostic] = []

    init(files: SourceFiles) {
        self.files = files
        shape = ShapeCheck(files: files)
    }

    /// Returns the diagnostics of a document of Swagger 2.0.
    static func diagnostics(of node: Node, in files: SourceFiles) -> [Diagnostic] {
        // The field tables of 2.0 have no versions. Those shared with 3.0 use its fields.
        var walk = DocumentWalk(SwaggerCheck(files: files), version: .v3_0)
        walk.walk(node, as: SwaggerDocument.self)
        return walk.visitor.shape.diagnostics + walk.visitor.others
    }

    mutating func visitMismatch(_ node: Node, expected: FieldKind, at path: [PathStep]) {
        shape.mismatch(node, expected: expected, at: path)
    }

    mutating func visit(_ entry: Mapping.Entry, field: Field?, of type: any OpenAPIObject.Type, at path: [PathStep]) {
        let table = type.fields
        guard field == nil, table.others == nil, type != Reference.self, !entry.key.hasPrefix("x-"),
            others.count < ShapeCheck.maximumDiagnostics
        else { return }
        let nearest = table.fields.map(\.name).nearest(to: entry.key)
        report(
            "unknown-field", "\(table.name) of Swagger 2.0 has no field '\(entry.key)', which is removed",
            at: entry.keyPosition,
            help: nearest.map { "did you mean '\($0)'?" } ?? "remove it, or make it an extension: 'x-\(entry.key)'")
    }

    mutating func visitMissing(_ field: Field, in node: Node, as type: any OpenAPIObject.Type, at path: [PathStep]) {
        report(
            "missing-field", "\(type.fields.name) must have '\(field.name)'", at: node.position,
            help: "add '\(field.name)'")
    }

    private mutating func report(_ code: String, _ message: String, at position: Position, help: String) {
        others.append(Diagnostic(.error, code, message, at: files.sourcePosition(of: position), help: help))
    }
}
