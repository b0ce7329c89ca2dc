import ConcordDiagnostics
import ConcordOutline

/// The diagnostics for changes that a merge leaves to the developer.
struct MergeReport {
    private(set) var diagnostics: [Diagnostic] = []
    /// Returns the position of a path in the document.
    private let locate: (DocumentPath) -> SourcePosition?

    init(locating locate: @escaping (DocumentPath) -> SourcePosition?) {
        self.locate = locate
    }

    /// Reports a piece that both sides have changed, or that differs while no record exists.
    mutating func disagreement(
        _ difference: HeadMerge.Disagreement, of name: String, at item: Declaration, from path: DocumentPath
    ) {
        var item = item
        var path = path
        if let parameter = difference.parameter {
            item.mark = parameter.code.mark
            path = path.parameter(parameter.document)
        }
        let versions = difference.versions
        let both = "the document has '\(versions.document)', the code '\(versions.code)'"
        guard let recorded = versions.recorded else {
            return add(
                .error, "merge-undecided", "\(difference.piece) of '\(name)' differs: \(both), which was kept",
                at: item,
                help: "keep the code, or change it by hand; with --base, the older document decides",
                from: path)
        }
        add(
            .error, "merge-conflict",
            "\(difference.piece) of '\(name)' has changed on both sides: \(both), which was kept; it was '\(recorded)'",
            at: item, help: "keep the code, or change it by hand", from: path)
    }

    /// Reports a change whose source range can't be replaced without losing other code.
    mutating func unwritable(
        _ name: String, as text: String, because reason: String, at item: Declaration, from path: DocumentPath
    ) {
        add(
            .error, "merge-conflict", "'\(name)' should become '\(text)', but \(reason), so the code was kept",
            at: item,
            help: "change it by hand", from: path)
    }

    /// Reports a declaration in the code that the document no longer has.
    mutating func obsolete(_ kind: String, _ name: String, at item: Declaration) {
        add(
            .warning, "merge-removed", "the document no longer has the \(kind) '\(name)'; nothing was deleted",
            at: item, help: "delete it if it is not needed")
    }

    /// Reports a declaration that the developer has removed and the document has changed since.
    mutating func missing(_ name: String, as text: String, near item: Declaration?, from path: DocumentPath) {
        diagnostics.append(
            Diagnostic(
                .warning, "merge-deleted",
                "the document has changed '\(name)', which was removed from the code: '\(text)'",
                at: item?.mark.position, help: "add it again if it is needed", related: related(path)))
    }

    private mutating func add(
        _ severity: Diagnostic.Severity, _ code: String, _ message: String, at item: Declaration, help: String,
        from path: DocumentPath? = nil
    ) {
        diagnostics.append(
            Diagnostic(severity, code, message, at: item.mark.position, help: help, related: path.map(related) ?? []))
    }

    private func related(_ path: DocumentPath) -> [Diagnostic.Related] {
        locate(path).map { [.init("the document is here", at: $0)] } ?? []
    }
}

extension Declaration {
    /// The noun for the declaration in messages.
    var noun: String {
        switch kind {
        case .structure, .enumeration, .classOrActor, .protocolDeclaration, .extensionDeclaration, .alias: "type"
        case .variable: modifiers.contains("static") ? "constant" : "property"
        case .function: "operation"
        case .enumCase: "case"
        case .other: "declaration"
        }
    }
}
