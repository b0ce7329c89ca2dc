import ConcordDeclarations
import ConcordDiagnostics
import ConcordNames
import ConcordOutline
import ConcordYAML

/// A generic type with type arguments: `Page<StationSerializer>`.
struct GenericUse {
    var path: [String]
    var arguments: [TypeExpression]

    init?(_ type: TypeExpression) {
        switch type {
        case .named(let name, let arguments) where !arguments.isEmpty:
            path = [name]
            self.arguments = arguments
        case .member(let base, let name, let arguments) where !arguments.isEmpty:
            guard let outer = base.path else { return nil }
            path = outer + [name]
            self.arguments = arguments
        default: return nil
        }
    }
}

extension Generator {
    /// Returns the schema of a generic serializer with type arguments. Each use at file level has a component.
    mutating func generic(_ generic: GenericUse, _ use: SchemaUse, in scope: [String], at mark: SourceMark) -> Node {
        let name = generic.path.joined(separator: ".")
        if let aliased = symbols.aliased(generic, in: scope) {
            var followed = use
            followed.type = aliased.type
            return schema(followed, in: aliased.scope, at: mark)
        }
        guard let found = symbols.find(generic.path, in: scope), case .serializer(let serializer) = found.declaration,
            serializer.genericParameters.count == generic.arguments.count
        else {
            error(
                "unknown-type", "'\(name)<…>' is not a type with a schema", at: mark,
                help: symbols.schemaNames.nearest(to: name).map { "did you mean '\($0)'?" }
                    ?? "declare '@Serializer struct \(name)<T>'")
            return .mapping(Mapping())
        }
        let arguments = generic.arguments.map { symbols.qualified($0, in: scope) }
        guard !growsWithoutEnd(name, arguments, at: mark) else { return .mapping(Mapping()) }
        let instance = serializer.filledIn(arguments)
        guard found.isFileLevel else {
            return inlined("\(found.path.joined(separator: "."))<\(arguments)>", name, at: mark) {
                $0.filledIn(instance, arguments, found)
            }
        }
        let parts = arguments.map { typeName($0) }.joined()
        return derived(
            serializer.componentName(for: parts), from: .generic(found.path, arguments), use, at: mark
        ) {
            $0.filledIn(instance, arguments, found)
        }
    }

    /// Reports a generic type that uses itself with ever larger types: `struct Grow<T> { var more: [Grow<[T]>] }`.
    private mutating func growsWithoutEnd(_ name: String, _ arguments: [TypeExpression], at mark: SourceMark) -> Bool {
        guard arguments.contains(where: { $0.size > Self.largestArgument }) else { return false }
        error(
            "endless-generic",
            "'\(name)' refers to itself with ever larger types, which would require infinitely many components",
            at: mark,
            help: "use '\(name)' with its own type argument inside its declaration")
        return true
    }

    /// The maximum number of types in a type argument. Types in real code are smaller.
    private static var largestArgument: Int { 64 }

    /// Returns the schema of a generic serializer whose parameters are replaced with types.
    private mutating func filledIn(
        _ instance: SerializerDeclaration, _ arguments: [TypeExpression], _ found: Symbols.Found
    ) -> Node {
        let scope = instance.nested.isEmpty ? found.path : self.scope(of: instance, arguments, found)
        if instance.keywords.text(.ref) != nil { return object(instance, scope: scope) }
        return object(resolved: selecting(instance, scope: scope), scope: scope)
    }

    /// Returns the scope of a specialization. Types that are declared inside a generic type differ for each
    /// specialization.
    private mutating func scope(
        of instance: SerializerDeclaration, _ arguments: [TypeExpression], _ found: Symbols.Found
    ) -> [String] {
        var use = instance
        use.head.name += "<\(arguments)>"
        let outer = Array(found.path.dropLast())
        symbols.add(.serializer(use), in: outer)
        (cache.differingTypes, cache.emptyTypes) = (nil, [:])
        return outer + [use.head.name]
    }

    /// Returns the name of a type within the name of a derived component.
    func typeName(_ type: TypeExpression) -> String {
        switch type {
        case .array(let element): return typeName(element) + "List"
        case .optional(let wrapped): return typeName(wrapped)
        case .dictionary(_, let value): return typeName(value) + "Map"
        case .named("Nullable", let arguments) where arguments.count == 1: return "Nullable" + typeName(arguments[0])
        default:
            if let generic = GenericUse(type), let found = symbols.find(generic.path, in: []),
                case .serializer(let serializer) = found.declaration
            {
                return serializer.componentName(for: generic.arguments.map { typeName($0) }.joined())
            }
            guard let found = symbols.resolve(type, in: []) else { return type.path.map(Self.word) ?? "Value" }
            return Self.schemaName(found.declaration) ?? Self.word(found.path)
        }
    }
}

extension Generator {
    /// Returns the name of a type that is not a component, as one word.
    private static func word(_ path: [String]) -> String { path.map(DerivedName.withoutNamespaces).joined() }
}

extension SerializerDeclaration {
    /// Returns the argument's name followed by the generic type's name: `StationPage`. The names of built-in envelopes
    /// enclose the argument's name.
    fileprivate func componentName(for argument: String) -> String {
        guard let wireName = head.wireName else { return argument + Generator.componentName(head) }
        guard let place = wireName.utf8.firstIndex(of: UInt8(ascii: "*")) else { return argument + wireName }
        return String(wireName[..<place]) + argument + String(wireName[place...].dropFirst())
    }

    /// Returns the serializer with types in place of generic parameters.
    fileprivate func filledIn(_ arguments: [TypeExpression]) -> SerializerDeclaration {
        var result = self
        result.genericParameters = []
        return result.replacing(arguments.filling(genericParameters))
    }

    fileprivate func replacing(_ types: [String: TypeExpression]) -> SerializerDeclaration {
        var result = self
        for index in result.properties.indices {
            result.properties[index].type = result.properties[index].type?.replacing(types)
        }
        for index in result.computed.indices {
            result.computed[index].type = result.computed[index].type?.replacing(types)
        }
        result.nested = result.nested.map { $0.replacing(types) }
        return result
    }
}

extension TypeDeclaration {
    /// Returns the nested type of a generic serializer with types in place of generic parameters.
    fileprivate func replacing(_ types: [String: TypeExpression]) -> TypeDeclaration {
        switch self {
        case .serializer(let serializer): return .serializer(serializer.replacing(types))
        case .union(var union):
            for index in union.cases.indices {
                union.cases[index].payload = union.cases[index].payload?.replacing(types)
            }
            union.nested = union.nested.map { $0.replacing(types) }
            return .union(union)
        case .wrapper(var wrapper):
            wrapper.type = wrapper.type.replacing(types)
            return .wrapper(wrapper)
        case .alias(var alias):
            alias.type = alias.type.replacing(types)
            return .alias(alias)
        default: return self
        }
    }
}

extension [TypeExpression] {
    /// Returns the type arguments by the names of the generic parameters, without the constraints of the parameters.
    fileprivate func filling(_ genericParameters: [String]) -> [String: TypeExpression] {
        let names = genericParameters.map { String($0.prefix { $0.isLetter || $0.isNumber || $0 == "_" }) }
        return Dictionary(zip(names, self), uniquingKeysWith: { first, _ in first })
    }
}

extension Symbols {
    /// Returns the type that a generic type alias represents, with its type arguments, and the scope of the alias.
    func aliased(
        _ generic: GenericUse, in scope: [String], depth: Int = 0
    ) -> (type: TypeExpression, scope: [String])? {
        guard let found = find(generic.path, in: scope), case .alias(let alias) = found.declaration,
            !alias.genericParameters.isEmpty, alias.genericParameters.count == generic.arguments.count
        else { return nil }
        let arguments = generic.arguments.map { qualified($0, in: scope, depth: depth) }
        return (alias.type.replacing(arguments.filling(alias.genericParameters)), Array(found.path.dropLast()))
    }
}

extension TypeExpression {
    /// Returns the type with its generic parameters replaced by other types.
    fileprivate func replacing(_ types: [String: TypeExpression]) -> TypeExpression {
        switch self {
        case .named(let name, arguments: []): types[name] ?? self
        case .named(let name, let arguments): .named(name, arguments: arguments.map { $0.replacing(types) })
        case .member(let base, let name, let arguments):
            .member(base.replacing(types), name, arguments: arguments.map { $0.replacing(types) })
        case .optional(let wrapped): .optional(wrapped.replacing(types))
        case .array(let element): .array(element.replacing(types))
        case .dictionary(let key, let value): .dictionary(key: key, value: value.replacing(types))
        default: self
        }
    }
}
