import ConcordDiagnostics
import ConcordYAML

extension Document {
    /// What the specification forbids or advises against in a document that can be read: fields that are missing,
    /// unknown or of another version, names and lists that break a rule. What reading has reported is not repeated.
    public func validate() -> [Diagnostic] {
        // One document of all files has each object once, and its nodes keep the places they were read at.
        let whole = links.files.isEmpty ? self : bundled().document ?? self
        var walk = DocumentWalk(DocumentValidation(files: files, version: version), version: version)
        walk.walk(whole.node, as: Document.self)
        return walk.visitor.diagnostics.sortedByPosition()
    }
}

/// Holds each object that a walk shows against the rules for it.
struct DocumentValidation: DocumentVisitor {
    let files: SourceFiles
    let version: OpenAPIVersion
    private(set) var diagnostics: [Diagnostic] = []

    init(files: SourceFiles, version: OpenAPIVersion) {
        self.files = files
        self.version = version
    }

    mutating func visit(_ node: Node, as type: any OpenAPIObject.Type, at path: [PathStep]) -> Bool {
        if type == Schema.self { checkLists(of: Schema(node)) }
        if type == Responses.self { checkStatuses(of: Responses(node)) }
        return true
    }

    mutating func visit(_ entry: Mapping.Entry, field: Field?, of type: any OpenAPIObject.Type, at path: [PathStep]) {
        guard field == nil else { return }
        checkUnknown(entry, in: type)
    }

    mutating func visitMissing(_ field: Field, in node: Node, as type: any OpenAPIObject.Type, at path: [PathStep]) {
        report(
            .error, "missing-field", "\(type.fields.name) has to have '\(field.name)'", at: node.position,
            mend: "add '\(field.name)'")
    }

    mutating func report(
        _ severity: Diagnostic.Severity, _ code: String, _ message: String, at position: Position, mend: String? = nil,
        related: [Diagnostic.Related] = []
    ) {
        guard diagnostics.count < ShapeCheck.maximumDiagnostics else { return }
        diagnostics.append(
            Diagnostic(
                severity, code, message, at: files.sourcePosition(of: position), mend: mend, related: related))
    }
}
