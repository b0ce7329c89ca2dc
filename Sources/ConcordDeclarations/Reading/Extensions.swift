import ConcordDiagnostics
import ConcordOutline

/// The members that extensions add to a program's types: settings (`static let`) and nested types.
///
/// An operation must be declared in the view itself, because the view's macro doesn't see extensions. An operation in
/// an extension is an error.
struct Extensions {
    private var members: [String: [Declaration]] = [:]
    /// The protocols that extensions add to a type's conformances.
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

    /// Reports computed properties with `@Field` in extensions, which the serializer's macro doesn't see.
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

    /// Returns the files with the members of extensions moved to the types themselves.
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
            // A setting in an extension of the app's own protocol applies to types that don't state it themselves.
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
    /// Settings that must not be ignored, even if they can't be read.
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
