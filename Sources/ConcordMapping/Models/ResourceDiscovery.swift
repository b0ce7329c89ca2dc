import ConcordDeclarations
import ConcordOutline

/// A resource that one path lists and a subpath retrieves by key: `GET /dogs` and `GET /dogs/{id}`.
struct Resource {
    /// The serializer of the retrieved object, which is a component.
    let type: String
    /// The property that is the primary key.
    let key: String
    /// The property that the last parameter of the path looks up.
    let lookup: String
    /// The view of the path that lists the objects.
    let collection: ViewDeclaration
    /// The view of the path that retrieves an object.
    let detail: ViewDeclaration
    /// The other serializers that may represent the same resource, for list items and requests.
    var others: [String]
}

/// Finds the resources of a program with explicit operations.
struct ResourceDiscovery {
    /// The resources, in the order of their paths.
    private(set) var resources: [Resource] = []
    private let declared: [String: TypeDeclaration]
    /// The maximum length of a chain of aliases, and the maximum depth of envelopes.
    private static let depth = 4

    init(_ program: Program) {
        declared = Dictionary(program.declarations.map { ($0.head.name, $0) }, uniquingKeysWith: { first, _ in first })
        var views: [String: ViewDeclaration] = [:]
        for case .view(let view) in program.declarations where view.kind == .path {
            views[Self.withoutSlash(view.path)] = view
        }
        for case .view(let detail) in program.declarations where detail.kind == .path {
            guard let (path, parameter) = Self.split(detail.path), let collection = views[path] else { continue }
            if let resource = resource(collection, detail, parameter) { resources.append(resource) }
        }
    }

    private func resource(_ collection: ViewDeclaration, _ detail: ViewDeclaration, _ parameter: String) -> Resource? {
        guard let list = collection.result(of: "GET"), let fetched = detail.result(of: "GET") else { return nil }
        let listed = many(list, collection.nested)
        guard !listed.isEmpty else { return nil }
        for type in one(fetched, detail.nested) {
            guard let serializer = serializer(type), let lookup = Self.property(of: serializer, named: parameter),
                listed.contains(where: { $0 == type || isPart($0, of: serializer) })
            else { continue }
            let key = serializer.properties.first { $0.head.name == "id" }?.head.name ?? lookup
            let others = (listed + requests(collection) + requests(detail)).filter { $0 != type }
            return Resource(
                type: type, key: key, lookup: lookup, collection: collection, detail: detail, others: others)
        }
        return nil
    }

    // MARK: Paths

    /// Splits `/dogs/{id}` into `/dogs` and `id`.
    private static func split(_ path: String) -> (collection: String, parameter: String)? {
        let path = withoutSlash(path)
        guard let slash = path.lastIndex(of: "/") else { return nil }
        let last = path[path.index(after: slash)...]
        guard last.hasPrefix("{"), last.hasSuffix("}"), last.count > 2 else { return nil }
        return (withoutSlash(String(path[..<slash])), String(last.dropFirst().dropLast()))
    }

    private static func withoutSlash(_ path: String) -> String {
        path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// Returns the property that a path parameter looks up: the property with the same name, or with the same name
    /// apart from the type's name (`petId` for `id`, and `id` for `petId`), or else `id`.
    private static func property(of serializer: SerializerDeclaration, named parameter: String) -> String? {
        let subject = SwiftName.words(of: serializer.head.name).map { $0.lowercased() }
        let wanted = SwiftName.words(of: parameter).map { $0.lowercased() }
        let names = serializer.properties.map { property in
            (property.head.name, SwiftName.words(of: serializer.wireName(of: property)).map { $0.lowercased() })
        }
        if let same = names.first(where: { $0.1 == wanted }) { return same.0 }
        let ends = (1...max(subject.count, 1)).map { Array(subject.suffix($0)) }
        if let short = names.first(where: { name in ends.contains { $0 + name.1 == wanted } }) { return short.0 }
        if let long = names.first(where: { name in ends.contains { $0 + wanted == name.1 } }) { return long.0 }
        return names.first { $0.0 == "id" }?.0
    }

    // MARK: Types

    private func serializer(_ name: String) -> SerializerDeclaration? {
        if case .serializer(let serializer)? = declared[name] { serializer } else { nil }
    }

    /// Returns whether another serializer has all properties of a serializer.
    private func isPart(_ name: String, of whole: SerializerDeclaration) -> Bool {
        guard let part = serializer(name), !part.properties.isEmpty else { return false }
        let names = Set(whole.properties.map { whole.wireName(of: $0) })
        return part.properties.allSatisfy { names.contains(part.wireName(of: $0)) }
    }

    /// Returns the components that a type refers to or, if it is an envelope of one object, contains.
    private func one(_ type: TypeExpression, _ scope: [TypeDeclaration], depth: Int = Self.depth) -> [String] {
        let type = followed(type, scope)
        guard depth > 0, let name = type.path?.last, case .serializer(let serializer)? = find(type, scope) else {
            return []
        }
        let isNested = scope.contains { $0.head.name == name }
        let properties = serializer.properties
        let held = properties.count == 1 ? properties[0].type : nil
        return (isNested ? [] : [name])
            + (held.map { one($0, serializer.nested + scope, depth: depth - 1) } ?? [])
    }

    /// Returns the components that are the elements of an array or, if the type is an envelope, of the array that it
    /// contains.
    private func many(_ type: TypeExpression, _ scope: [TypeDeclaration], depth: Int = Self.depth) -> [String] {
        let type = followed(type, scope)
        if let element = type.element { return followed(element, scope).path?.last.map { [$0] } ?? [] }
        guard depth > 0, case .serializer(let serializer)? = find(type, scope) else { return [] }
        return serializer.properties.compactMap(\.type).flatMap {
            many($0, serializer.nested + scope, depth: depth - 1)
        }
    }

    /// Returns the types of the request bodies of a view.
    private func requests(_ view: ViewDeclaration) -> [String] {
        view.operations.filter { ["POST", "PUT", "PATCH"].contains($0.method) }.flatMap { operation in
            operation.inputs.filter { $0.source == .body || $0.source == .component }.compactMap {
                followed($0.type, view.nested).path?.last
            }
        }
    }

    /// Returns the type after unwrapping optionals, aliases, responses, and named request bodies.
    private func followed(_ type: TypeExpression, _ scope: [TypeDeclaration]) -> TypeExpression {
        var type = type.unwrapped
        for _ in 0..<Self.depth {
            guard let held = find(type, scope)?.held else { return type }
            type = held.unwrapped
        }
        return type
    }

    private func find(_ type: TypeExpression, _ scope: [TypeDeclaration]) -> TypeDeclaration? {
        guard case .named(let name, arguments: []) = type else { return nil }
        return scope.first { $0.head.name == name } ?? declared[name]
    }
}

extension ViewDeclaration {
    fileprivate func result(of method: String) -> TypeExpression? {
        operations.first { $0.method == method }?.result
    }
}

extension TypeDeclaration {
    /// The type that a declaration only gives a name.
    fileprivate var held: TypeExpression? {
        switch self {
        case .alias(let alias): return alias.type
        case .wrapper(let wrapper): return wrapper.type
        case .response(let response): return response.body?.type
        case .responses(let responses): return responses.cases.lazy.compactMap(\.type).first
        case .requestBody(let body):
            switch body.form {
            case .single(let input): return input.type
            case .cases(let cases): return cases.first?.type
            }
        default: return nil
        }
    }
}
