import ConcordDiagnostics
import ConcordOutline

/// What extensions add to the types that a program declares: settings (`static let`) and types.
///
/// An operation has to stand in the view itself, since the view's macro sees nothing else; one in an extension is an error.
struct Extensions {
    private var members: [String: [Declaration]] = [:]

    init(_ files: [SourceFile], _ reading: inout Reading) {
        for file in files {
            for declaration in file.declarations {
                guard case .extensionDeclaration(let body) = declaration.kind, body.requirements == nil else {
                    continue
                }
                members[body.name, default: []] += body.members.filter(\.isSettingOrType)
                reportOperations(body, &reading)
            }
        }
    }

    private func reportOperations(_ body: TypeBody, _ reading: inout Reading) {
        for member in body.members {
            guard case .function(let function) = member.kind, member.attributes.contains(where: \.isOperation) else {
                continue
            }
            reading.error(
                "misplaced-operation",
                "operation '\(function.name)' is in an extension, where the view does not see it",
                at: member.mark, mend: "move it into '\(body.name)'")
        }
    }

    /// The files with the members of extensions in the types themselves.
    func merged(into files: [SourceFile]) -> [SourceFile] {
        if members.allSatisfy({ $0.value.isEmpty }) { return files }
        return files.map { file in
            var file = file
            file.declarations = file.declarations.map { merged(into: $0, scope: "") }
            return file
        }
    }

    private func merged(into declaration: Declaration, scope: String) -> Declaration {
        var declaration = declaration
        switch declaration.kind {
        case .structure(let body): declaration.kind = .structure(merged(into: body, scope))
        case .enumeration(let body): declaration.kind = .enumeration(merged(into: body, scope))
        default: break
        }
        return declaration
    }

    private func merged(into body: TypeBody, _ scope: String) -> TypeBody {
        var body = body
        let path = scope + body.name
        body.members = (body.members + (members[path] ?? [])).map { merged(into: $0, scope: path + ".") }
        return body
    }
}

extension Declaration {
    fileprivate var isSettingOrType: Bool {
        switch kind {
        case .variable: modifiers.contains("static")
        case .structure, .enumeration, .alias: true
        default: false
        }
    }
}

extension Attribute {
    fileprivate var isOperation: Bool {
        OperationDeclaration.methods.contains(name) || name == "Operation" || name == "Action"
    }
}
