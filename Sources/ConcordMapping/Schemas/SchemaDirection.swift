import ConcordDeclarations
import ConcordOutline
import ConcordYAML

/// The direction of the values of a schema, if requests have separate components.
enum SchemaDirection {
    /// One schema for both directions, with `readOnly` and `writeOnly`.
    case both
    case request
    case response
}

extension Generator {
    /// Writes values of one direction, if the API distinguishes requests and responses.
    mutating func going<Result>(
        _ direction: SchemaDirection, _ write: (inout Generator) -> Result
    ) -> Result {
        let outer = self.direction
        if splitsRequests { self.direction = direction }
        defer { self.direction = outer }
        return write(&self)
    }

    /// Returns the serializer with the properties of the current direction.
    mutating func directed(_ serializer: SerializerDeclaration) -> SerializerDeclaration {
        var result = serializer
        switch direction {
        case .both: break
        case .request:
            result.properties.removeAll { $0.isReadOnly || isEmpty($0, going: .request) }
            for index in result.properties.indices {
                result.properties[index].keywords[.readOnly] = nil
                result.properties[index].keywords[.writeOnly] = nil
            }
        case .response: result.properties.removeAll { $0.isWriteOnly || isEmpty($0, going: .response) }
        }
        for index in result.properties.indices where result.properties[index].isStoredFile {
            result.properties[index].adaptStoredFile(to: direction)
        }
        return result
    }

    /// Returns whether a property could only contain an object without properties in this direction.
    private mutating func isEmpty(_ property: PropertyDeclaration, going direction: SchemaDirection) -> Bool {
        property.type.map { isEmpty($0.held, going: direction) } ?? false
    }

    /// Returns whether a serializer has properties, but none in this direction.
    mutating func isEmpty(_ type: TypeExpression, going direction: SchemaDirection) -> Bool {
        guard splitsRequests, let found = symbols.resolve(type, in: []) else { return false }
        if let known = cache.emptyTypes[direction] { return known.contains(found.path) }
        let empty = emptyTypes(going: direction)
        cache.emptyTypes[direction] = empty
        return empty.contains(found.path)
    }

    /// Returns the serializers that have properties, but none in this direction. Starts with those without nested
    /// objects, and then adds those whose objects are all empty, so that a serializer that contains itself isn't
    /// included.
    private mutating func emptyTypes(going direction: SchemaDirection) -> Set<[String]> {
        var holders: [[String]: [[String]]] = [:]
        var heldCounts: [[String]: Int] = [:]
        var waiting: [[String]] = []
        for found in symbols.all {
            guard case .serializer(let serializer) = found.declaration else { continue }
            let properties = resolved(serializer, scope: found.path).properties
            let going = properties.filter { direction == .request ? !$0.isReadOnly : !$0.isWriteOnly }
            let held = going.compactMap { $0.type.flatMap { symbols.resolve($0.held, in: []) } }
            guard !properties.isEmpty, held.count == going.count else { continue }
            if held.isEmpty { waiting.append(found.path) }
            heldCounts[found.path] = held.count
            for inner in held { holders[inner.path, default: []].append(found.path) }
        }
        var empty = Set(waiting)
        while let path = waiting.popLast() {
            for holder in holders[path] ?? [] {
                heldCounts[holder, default: 0] -= 1
                if heldCounts[holder] == 0, empty.insert(holder).inserted { waiting.append(holder) }
            }
        }
        return empty
    }

    /// Returns the reference to the request form of a component, or `nil` if requests use the component itself.
    mutating func requestForm(of found: Symbols.Found, _ name: String, _ use: SchemaUse, at mark: SourceMark) -> Node? {
        guard direction == .request, differsInRequests(found) else { return nil }
        return derived(name + "Request", from: .request(found.path), use, at: mark) {
            $0.declaredSchema(found.declaration, scope: found.path) ?? .mapping(Mapping())
        }
    }

    /// Returns whether requests and responses of a type differ, in the type itself or in a type that it contains.
    mutating func differsInRequests(_ found: Symbols.Found) -> Bool {
        if let known = cache.differingTypes { return known.contains(found.path) }
        let differing = typesDifferingInRequests()
        cache.differingTypes = differing
        return differing.contains(found.path)
    }

    /// Returns the types whose requests and responses differ: those that differ themselves, and all that contain one of
    /// them.
    private mutating func typesDifferingInRequests() -> Set<[String]> {
        var holders: [[String]: [[String]]] = [:]
        var waiting: [[String]] = []
        for found in symbols.all {
            let (differs, types) = differsByItself(found)
            if differs { waiting.append(found.path) }
            for part in types.flatMap(\.parts) {
                guard let inner = part.path.flatMap({ symbols.find($0, in: found.path) }) else { continue }
                holders[inner.path, default: []].append(found.path)
            }
        }
        var differing = Set(waiting)
        while let path = waiting.popLast() {
            for holder in holders[path] ?? [] where differing.insert(holder).inserted { waiting.append(holder) }
        }
        return differing
    }

    /// Returns whether requests and responses of a type differ in the type itself, and the types that it contains.
    private mutating func differsByItself(_ found: Symbols.Found) -> (Bool, holds: [TypeExpression]) {
        switch found.declaration {
        case .serializer(let serializer):
            let properties = resolved(serializer, scope: found.path).properties
            let differs = properties.contains { $0.isReadOnly || $0.isWriteOnly || $0.isStoredFile }
            return (differs, properties.compactMap(\.type))
        case .union(let union): return (false, union.cases.compactMap(\.payload))
        case .wrapper(let wrapper): return (false, [wrapper.type])
        case .alias(let alias): return (false, [alias.type])
        default: return (false, [])
        }
    }
}

extension PropertyDeclaration {
    /// Whether requests never contain the property.
    var isReadOnly: Bool { accessors != nil || keywords.flag(.readOnly) == true }

    /// Whether responses never contain the property.
    var isWriteOnly: Bool { keywords.flag(.writeOnly) == true }

    /// Replaces a stored file, which requests send as bytes, with a URL in responses.
    fileprivate mutating func adaptStoredFile(to direction: SchemaDirection) {
        guard direction != .request, let type else { return }
        self.type = type.isOptional ? .optional(.named("URL")) : .named("URL")
    }
}

extension TypeExpression {
    /// The type of the object in a property with this type, or of each element if the type is an array.
    fileprivate var held: TypeExpression { unwrapped.element ?? unwrapped }

    /// The plain type names that the type consists of.
    fileprivate var parts: [TypeExpression] {
        switch self {
        case .array(let type), .optional(let type): type.parts
        case .dictionary(_, let value): value.parts
        case .named(_, let arguments) where !arguments.isEmpty: arguments.flatMap(\.parts)
        default: [self]
        }
    }
}
