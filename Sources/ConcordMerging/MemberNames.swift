import ConcordOutline
import ConcordSwiftPrinter

/// The names in the code of nested types, branches of unions, and parts of compositions, which have no name on the
/// wire.
///
/// They are identified by the places that use them or by their content, and not by name alone. A scaffold numbers equal
/// names, and the same number may belong to another declaration in the code, whose names are older than the record.
struct MemberNames {
    private let types: Renaming
    private let members: Renaming

    /// Compares what the last scaffold wrote into a type with the current code.
    init(recorded: [Declaration], code: [Declaration]) {
        let isType = { (declaration: Declaration) in declaration.kind.typeKeyword != nil }
        let used = Self.typesInPlaces(of: recorded, code)
        types = Renaming(recorded.filter(isType), code.filter(isType), paired: used) { declaration in
            var unnamed = declaration.named("_")
            unnamed.documentation = nil
            return unnamed
        }
        let isUnnamed = { (declaration: Declaration) in declaration.isUnnamedOnWire }
        members = Renaming(
            TypeRenaming(types.names)(recorded.filter(isUnnamed)), code.filter(isUnnamed)
        ) { $0.named("_") }
    }

    /// Returns the pairs of types that are used in the same place: by a property, a parameter, or a response.
    private static func typesInPlaces(of recorded: [Declaration], _ code: [Declaration]) -> [(String, String)] {
        let isNamed = { (declaration: Declaration) in
            switch declaration.kind {
            case .variable, .function: !declaration.isUnnamedOnWire
            default: false
            }
        }
        let (old, new) = (recorded.filter(isNamed), code.filter(isNamed))
        return DeclarationMatch(old, new).indices.enumerated().flatMap { index, found -> [(String, String)] in
            guard let found else { return [] }
            let (before, now) = (TypePlaces(old[index]).names, TypePlaces(new[found]).names)
            return before.keys.sorted().flatMap { place -> [(String, String)] in
                guard let first = before[place], let second = now[place], first.count == second.count else { return [] }
                return Array(zip(first, second))
            }
        }
    }

    /// Returns declarations of a scaffold with the names of the code. New declarations get names that are still unused.
    func callAsFunction(_ declarations: [Declaration]) -> [Declaration] {
        let typeNames = types.names(for: declarations.filter { $0.kind.typeKeyword != nil })
        let memberNames = members.names(for: declarations.filter(\.isUnnamedOnWire))
        return TypeRenaming(typeNames)(declarations).map { declaration in
            guard declaration.isUnnamedOnWire, let name = declaration.name.flatMap({ memberNames[$0] }) else {
                return declaration
            }
            return declaration.named(name)
        }
    }

    /// The names of one kind of members.
    private struct Renaming {
        /// The names in the code, keyed by the names in the record.
        private(set) var names: [String: String] = [:]
        /// The names in the code that are paired with a name of the record.
        private var taken: Set<String> = []
        private let recorded: Set<String>
        private let code: Set<String>

        /// Pairs the names of the record with those of the code.
        ///
        /// - Parameters:
        ///   - recorded: The declarations of the record.
        ///   - code: The declarations of the code.
        ///   - pairs: The pairs of names that are already known.
        ///   - content: Returns the content that identifies other declarations, regardless of their names.
        init(
            _ recorded: [Declaration], _ code: [Declaration], paired pairs: [(String, String)] = [],
            by content: (Declaration) -> Declaration
        ) {
            self.recorded = Set(recorded.compactMap(\.name))
            self.code = Set(code.compactMap(\.name))
            for (old, name) in pairs where isRenaming(old, name) { pair(old, name) }
            let known = Dictionary(code.map { ($0.name ?? "", $0) }) { first, _ in first }
            for declaration in recorded {
                if let name = declaration.name, known[name] == declaration { pair(name, name) }
            }
            pairRest(recorded, code, by: content)
            parkUnknown(recorded.compactMap(\.name).filter { names[$0] == nil })
        }

        private mutating func pair(_ old: String, _ name: String) {
            if names[old] == nil, taken.insert(name).inserted { names[old] = name }
        }

        /// Pairs the remaining declarations that have the same content, if the pair is unique.
        private mutating func pairRest(
            _ recorded: [Declaration], _ code: [Declaration], by content: (Declaration) -> Declaration
        ) {
            let open = recorded.filter { names[$0.name ?? ""] == nil }
            if open.isEmpty { return }
            let candidates = Dictionary(grouping: code.filter { !taken.contains($0.name ?? "") }, by: content)
            for (content, declarations) in Dictionary(grouping: open, by: content) {
                guard declarations.count == 1, let old = declarations[0].name, let others = candidates[content],
                    others.count == 1, let name = others[0].name, isRenaming(old, name)
                else { continue }
                pair(old, name)
            }
        }

        /// Returns whether the code can have renamed a declaration of the record. It can't if the code has both names,
        /// because one is then the developer's own.
        private func isRenaming(_ old: String, _ name: String) -> Bool {
            recorded.contains(old) && code.contains(name) && (recorded.contains(name) || !code.contains(old))
        }

        /// Gives unused names to declarations that can't be identified because they were changed by hand, if the code's
        /// declaration with the same name is another one, or if numbers of equal names were exchanged.
        private mutating func parkUnknown(_ unknown: [String]) {
            let exchanged = Set(names.filter { $0.key != $0.value }.map { Self.base($0.key) })
            for name in unknown where taken.contains(name) || exchanged.contains(Self.base(name)) {
                names[name] = freeName(for: name, [])
            }
        }

        private static func base(_ name: String) -> String {
            var base = Substring(name)
            while let last = base.last, last.isNumber || last == "_" { base.removeLast() }
            return String(base)
        }

        func names(for declarations: [Declaration]) -> [String: String] {
            var result = names.filter { $0.key != $0.value }
            if result.isEmpty { return [:] }
            for name in declarations.compactMap(\.name) where !recorded.contains(name) && taken.contains(name) {
                result[name] = freeName(for: name, Set(declarations.compactMap(\.name)).union(result.values))
            }
            return result
        }

        private func freeName(for name: String, _ used: Set<String>) -> String {
            let all = used.union(recorded).union(code).union(names.values)
            let base = Self.base(name)
            var number = 2
            while all.contains("\(base)\(number)") { number += 1 }
            return "\(base)\(number)"
        }
    }
}

/// The types that a property or operation uses, keyed by place.
private struct TypePlaces {
    private(set) var names: [String: [String]] = [:]

    init(_ declaration: Declaration) {
        for attribute in declaration.attributes { add(attribute) }
        switch declaration.kind {
        case .variable(let variable): names["type"] = variable.type.map(Self.names) ?? []
        case .function(let function):
            names["result"] = function.result.map(Self.names) ?? []
            for parameter in function.parameters { names[HeadMerge.key(parameter)] = Self.names(in: parameter.type) }
        default: break
        }
    }

    private mutating func add(_ attribute: Attribute) {
        let types = (attribute.arguments ?? []).flatMap { Self.names(in: $0.value) }
        if !types.isEmpty { names[HeadMerge.key(attribute)] = types }
    }

    private static func names(in expression: Expression) -> [String] {
        switch expression {
        case .type(let type): names(in: type)
        case .array(let elements): elements.flatMap(names)
        case .call(_, let arguments): arguments.flatMap { names(in: $0.value) }
        default: []
        }
    }

    private static func names(in type: TypeExpression) -> [String] {
        switch type {
        case .named(let name, let arguments): [name] + arguments.flatMap(names)
        case .optional(let inner), .array(let inner), .existential(let inner), .opaque(let inner), .metatype(let inner):
            names(in: inner)
        case .dictionary(let key, let value): names(in: key) + names(in: value)
        case .tuple(let elements): elements.flatMap(names)
        case .member, .other: []
        }
    }
}

extension Declaration {
    private static let rolesWithoutName: Set<String> = ["AllOf", "OneOf", "AnyOf"]

    /// Whether the declaration is a branch of a union or a part of a composition.
    fileprivate var isUnnamedOnWire: Bool {
        switch kind {
        case .enumCase: kind.caseElement?.payload.isEmpty == false
        case .variable: attributes.contains { Self.rolesWithoutName.contains($0.name) }
        default: false
        }
    }

    /// Returns the declaration with another name.
    fileprivate func named(_ name: String) -> Declaration {
        var result = self
        switch kind {
        case .structure(var body):
            body.name = name
            result.kind = .structure(body)
        case .enumeration(var body):
            body.name = name
            result.kind = .enumeration(body)
        case .variable(var variable):
            variable.name = name
            result.kind = .variable(variable)
        case .enumCase(var elements) where elements.count == 1:
            elements[0].name = name
            result.kind = .enumCase(elements)
        default: break
        }
        return result
    }
}
