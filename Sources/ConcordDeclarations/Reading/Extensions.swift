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
        let aliases = Self.aliases(in: files)
        for file in files {
            for declaration in file.declarations {
                guard case .extensionDeclaration(let body) = declaration.kind, body.requirements == nil else {
                    continue
                }
                let name = aliases[body.name] ?? body.name
                members[name, default: []] += body.members.filter(\.isSettingOrType)
                if !body.inheritance.isEmpty { inheritance[name, default: []] += body.inheritance }
                reportOperations(body, &reading)
                reportFields(body, &reading)
            }
        }
    }

    /// Returns the targets of the aliases at file level. An extension can name a type by its alias, too.
    private static func aliases(in files: [SourceFile]) -> [String: String] {
        var aliases: [String: String] = [:]
        for file in files {
            for declaration in file.declarations {
                guard case .alias(let name, [], let type) = declaration.kind, let path = type.path else { continue }
                aliases[name] = path.joined(separator: ".")
            }
        }
        return aliases
    }

    private func reportOperations(_ body: TypeBody, _ reading: inout Reading) {
        for member in body.members {
            guard case .function(let function) = member.kind, member.attributes.contains(where: \.isOperation) else {
                continue
            }
            reading.error(
                "misplaced-operation",
                "operation '\(function.name)' is in an extension, which the view does not read",
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
                "property '\(variable.name)' is in an extension, which the serializer does not read",
                at: attribute.mark, help: "move it into '\(body.name)'")
        }
    }

    /// Returns the files with the members of extensions moved to the types themselves.
    func merged(into files: [SourceFile]) -> [SourceFile] {
        if members.allSatisfy({ $0.value.isEmpty }), inheritance.isEmpty { return files }
        let others = declarationsOfOthers(beside: files)
        return files.map { file in
            var file = file
            file.declarations = file.declarations.map { merged(into: $0, scope: "") }
            if file.path == files.last?.path { file.declarations += others }
            return file
        }
    }

    /// Returns enums, which serve as namespaces, with the types that extensions declare in types of other modules.
    private func declarationsOfOthers(beside files: [SourceFile]) -> [Declaration] {
        var declared: Set<String> = []
        for file in files { for declaration in file.declarations { declaration.addNames(to: &declared, below: "") } }
        return members.sorted { $0.key < $1.key }.compactMap { name, members in
            let types = members.filter { $0.typeName != nil }
            guard !types.isEmpty, !declared.contains(name) else { return nil }
            return Declaration(.enumeration(TypeBody(name, members: types)))
        }
    }

    private func merged(into declaration: Declaration, scope: String) -> Declaration {
        var declaration = declaration
        switch declaration.kind {
        case .structure(let body): declaration.kind = .structure(merged(into: body, scope))
        case .enumeration(let body): declaration.kind = .enumeration(merged(into: body, scope))
        case .classOrActor(let body, let keyword):
            declaration.kind = .classOrActor(merged(into: body, scope), keyword: keyword)
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
    /// Adds the qualified names of the types and protocols that the declaration is or contains.
    fileprivate func addNames(to names: inout Set<String>, below scope: String) {
        switch kind {
        case .structure(let body), .enumeration(let body), .classOrActor(let body, _):
            names.insert(scope + body.name)
            for member in body.members { member.addNames(to: &names, below: scope + body.name + ".") }
        case .extensionDeclaration(let body):
            for member in body.members { member.addNames(to: &names, below: body.name + ".") }
        case .protocolDeclaration(let body): names.insert(scope + body.name)
        default: break
        }
    }

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
