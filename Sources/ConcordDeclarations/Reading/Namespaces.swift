import ConcordOutline

/// The types that a program declares inside of types that only serve as namespaces: `enum Billing { @Serializer struct
/// Invoice { … } }`.
///
/// Such a type is read like one at file level. The namespaces are a part of its name: `Billing.Invoice`.
struct Namespaces: Sendable {
    /// The qualified names of the types in namespaces.
    private var names: Set<String> = []
    /// The components of these names, for a fast check: most types aren't in a namespace.
    private var components: Set<String> = []
    /// The qualified names of the namespaces that aliases stand for, keyed by the qualified names of the aliases.
    private var aliases: [String: [String]] = [:]

    init(_ files: [SourceFile], _ reading: inout Reading) {
        for file in files { for declaration in file.declarations { collect(declaration, below: [], &reading) } }
        guard !names.isEmpty else { return }
        for file in files { for declaration in file.declarations { collectAlias(declaration, below: []) } }
    }

    private mutating func collect(_ declaration: Declaration, below outer: [String], _ reading: inout Reading) {
        guard let body = declaration.namespace else { return }
        guard body.genericParameters.isEmpty else { return reportTypes(in: body, &reading) }
        let path = outer + body.name.split(separator: ".").map(String.init)
        for member in body.members {
            guard let name = member.typeName else { continue }
            names.insert((path + [name]).joined(separator: "."))
            components.formUnion(path + [name])
            collect(member, below: path, &reading)
        }
    }

    private mutating func collectAlias(_ declaration: Declaration, below outer: [String]) {
        if case .alias(let name, [], let type) = declaration.kind, let path = type.path {
            aliases[(outer + [name]).joined(separator: ".")] = path
            components.insert(name)
        } else if let body = declaration.namespace {
            for member in body.members { collectAlias(member, below: outer + [body.name]) }
        }
    }

    /// Reports the API types in a generic type. Each use of the generic type would have its own.
    private func reportTypes(in body: TypeBody, _ reading: inout Reading) {
        for member in body.members {
            guard let attribute = member.attributes.first(where: { TypeDeclaration.attributes.contains($0.name) })
            else { continue }
            reading.error(
                "inside-generic-type", "a type inside of the generic type '\(body.name)' is not read",
                at: attribute.mark, help: "move it out of '\(body.name)'")
        }
    }

    /// Returns the files with the types in namespaces at file level, under their qualified names.
    func lifted(from files: [SourceFile]) -> [SourceFile] {
        guard !names.isEmpty else { return files }
        return files.map { file in
            var file = file
            file.declarations = file.declarations.flatMap { lifted($0, below: []) }
            return file
        }
    }

    /// Returns a declaration without the types in it if it is a namespace, followed by these types.
    private func lifted(_ declaration: Declaration, below outer: [String]) -> [Declaration] {
        guard let body = declaration.namespace, body.genericParameters.isEmpty else {
            return [qualified(declaration, in: outer, below: outer)]
        }
        let path = outer + body.name.split(separator: ".").map(String.init)
        var bare = body
        bare.members.removeAll { $0.typeName != nil }
        let own = qualified(declaration.with(bare), in: path, below: outer)
        return [own] + body.members.filter { $0.typeName != nil }.flatMap { lifted($0, below: path) }
    }

    /// Returns a declaration under its qualified name, with the references that `scope` resolves.
    private func qualified(_ declaration: Declaration, in scope: [String], below outer: [String]) -> Declaration {
        let renaming = TypeRenaming(ofReferences: { [self] in found($0, in: scope) })
        return renaming([declaration.qualified(with: outer)])[0]
    }

    /// Returns the path of a type in a namespace, with its qualified name as the first component.
    private func found(_ path: [String], in scope: [String], depth: Int = 0) -> [String]? {
        guard let first = path.first, components.contains(first), depth < Self.longestChain else { return nil }
        for outer in stride(from: scope.count, through: 0, by: -1) {
            let candidate = scope[..<outer] + path
            for length in stride(from: candidate.count, to: outer, by: -1) {
                let name = candidate[..<length].joined(separator: ".")
                if let target = aliases[name], length < candidate.count {
                    let path = target + candidate[length...]
                    return found(path, in: Array(candidate[..<(length - 1)]), depth: depth + 1) ?? path
                }
                if names.contains(name) { return [name] + candidate[length...] }
            }
        }
        return nil
    }

    /// The maximum length of a chain of aliases. A longer chain is circular, or too long for a reader to follow.
    private static let longestChain = 20
}

extension Declaration {
    /// The body of a type that only serves as a namespace, or `nil` for any other declaration.
    fileprivate var namespace: TypeBody? {
        switch kind {
        case .classOrActor(let body, _): return body
        case .enumeration(let body): return isRead ? nil : body
        case .structure(let body):
            let isGroup = body.members.contains { member in
                member.attributes.contains { InputDeclaration.Source.isWrapper($0.name) }
            }
            return isRead || isGroup || ParticipantDeclaration.Kind(conforming: body.inheritance) != nil ? nil : body
        default: return nil
        }
    }

    /// Whether an attribute states the role of the type. An API can be a namespace too.
    private var isRead: Bool {
        attributes.contains { TypeDeclaration.attributes.contains($0.name) && $0.name != "API" }
    }

    fileprivate func with(_ body: TypeBody) -> Declaration {
        var result = self
        switch kind {
        case .enumeration: result.kind = .enumeration(body)
        case .structure: result.kind = .structure(body)
        case .classOrActor(_, let keyword): result.kind = .classOrActor(body, keyword: keyword)
        default: break
        }
        return result
    }

    /// Returns the declaration with the namespaces before its name.
    public func qualified(with namespaces: [String]) -> Declaration {
        guard !namespaces.isEmpty else { return self }
        let prefix = namespaces.joined(separator: ".") + "."
        switch kind {
        case .enumeration(var body), .structure(var body), .classOrActor(var body, _):
            body.name = prefix + body.name
            return with(body)
        case .alias(let name, let parameters, let type):
            var result = self
            result.kind = .alias(name: prefix + name, genericParameters: parameters, type: type)
            return result
        default: return self
        }
    }
}
