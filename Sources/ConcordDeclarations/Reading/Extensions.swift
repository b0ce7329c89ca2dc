import ConcordDiagnostics
import ConcordOutline

/// What extensions add to the types that a program declares: settings (`static let`) and types.
///
/// An operation has to stand in the view itself, since the view's macro sees nothing else; one in an extension is an error.
struct Extensions {
    private var members: [String: [Declaration]] = [:]
    /// The protocols that extensions say a type conforms to.
    private var inheritance: [String: [TypeExpression]] = [:]

    init(_ files: [SourceFile], _ reading: inout Reading) {
        for file in files {
            for declaration in file.declarations {
                guard case .extensionDeclaration(let body) = declaration.kind, body.requirements == nil else {
                    continue
                }
                members[body.name, default: []] += body.members.filter(\.isSettingOrType)
                if !body.inheritance.isEmpty { inheritance[body.name, default: []] += body.inheritance }
                reportOperations(body, &reading)
                reportFields(body, &reading)
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
                at: member.mark, help: "move it into '\(body.name)'")
        }
    }

    /// A computed property with `@Field` is a field of its serializer, whose macro does not see extensions.
    private func reportFields(_ body: TypeBody, _ reading: inout Reading) {
        for member in body.members {
            guard case .variable(let variable) = member.kind, let attribute = member.attribute("Field") else {
                continue
            }
            reading.error(
                "misplaced-field",
                "property '\(variable.name)' is in an extension, where the serializer does not see it",
                at: attribute.mark, help: "move it into '\(body.name)'")
        }
    }

    /// The files with the members of extensions in the types themselves.
    func merged(into files: [SourceFile]) -> [SourceFile] {
        if members.allSatisfy({ $0.value.isEmpty }), inheritance.isEmpty { return files }
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
        body.inheritance += inheritance[path] ?? []
        var found = body.members + (members[path] ?? [])
        for parent in body.inheritance.compactMap({ $0.path?.joined(separator: ".") }) {
            // What an extension of one of the app's own protocols states is true of a type that does not state it itself.
            let stated = Set(found.compactMap(\.settingName))
            found += (members[parent] ?? []).filter { $0.settingName.map { !stated.contains($0) } ?? false }
        }
        body.members = found.map { merged(into: $0, scope: path + ".") }
        return body
    }
}

extension Declaration {
    fileprivate var isSettingOrType: Bool {
        switch kind {
        case .variable, .function:
            modifiers.contains("static") || settingName.map(Self.accessSettings.contains) ?? false
        case .structure, .enumeration, .alias: true
        default: false
        }
    }
}

extension Declaration {
    /// Settings that must not be overlooked, even where they can't be read.
    fileprivate static let accessSettings: Set<String> = ["permissions", "authentication", "throttles"]

    /// The name of a property, or of a function without parameters, that may state a setting.
    fileprivate var settingName: String? {
        switch kind {
        case .variable(let variable): variable.name
        case .function(let function): function.parameters.isEmpty ? function.name : nil
        default: nil
        }
    }
}

extension Attribute {
    fileprivate var isOperation: Bool {
        OperationDeclaration.methods.contains(name) || name == "Operation" || name == "Action"
    }
}
