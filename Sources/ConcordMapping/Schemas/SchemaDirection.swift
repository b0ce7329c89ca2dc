import ConcordDeclarations
import ConcordOutline
import ConcordYAML

/// Which way the values of a schema go, where requests have components of their own.
enum SchemaDirection {
    /// One schema for both ways, with `readOnly` and `writeOnly`.
    case both
    case request
    case response
}

extension Generator {
    /// Writes what goes one way, if requests and responses are told apart at all.
    mutating func going<Result>(
        _ direction: SchemaDirection, _ write: (inout Generator) -> Result
    ) -> Result {
        let outer = self.direction
        if splitsRequests { self.direction = direction }
        defer { self.direction = outer }
        return write(&self)
    }

    /// The serializer as it goes the way that is being written.
    func directed(_ serializer: SerializerDeclaration) -> SerializerDeclaration {
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

    /// Whether a property could only hold an object without properties, since all of them go the other way.
    private func isEmpty(
        _ property: PropertyDeclaration, going direction: SchemaDirection, inside outer: Set<String> = []
    ) -> Bool {
        guard let type = property.type?.unwrapped else { return false }
        return isEmpty(type.element ?? type, going: direction, inside: outer)
    }

    /// Whether a serializer has properties, but none that goes this way.
    func isEmpty(
        _ type: TypeExpression, going direction: SchemaDirection, inside outer: Set<String> = []
    ) -> Bool {
        guard splitsRequests, let found = symbols.resolve(type, in: []), !outer.contains(found.path.joined()),
            case .serializer(let serializer) = found.declaration
        else { return false }
        let types = outer.union([found.path.joined()])
        // What is wrong with the serializer is told where it is written.
        var probe = self
        let properties = probe.resolved(serializer, scope: found.path).properties
        return !properties.isEmpty
            && properties.allSatisfy { property in
                let isOfOtherWay = direction == .request ? property.isReadOnly : property.isWriteOnly
                return isOfOtherWay || isEmpty(property, going: direction, inside: types)
            }
    }

    /// The reference to a component in a request, where that has a form of its own.
    mutating func requestForm(of found: Symbols.Found, _ name: String, _ use: SchemaUse, at mark: SourceMark) -> Node? {
        guard direction == .request, differsInRequests(found) else { return nil }
        return derived(name + "Request", from: .request(found.path), use, at: mark) {
            $0.declaredSchema(found.declaration, scope: found.path) ?? .mapping(Mapping())
        }
    }

    /// Whether requests and responses of a type are unlike each other, in the type itself or anywhere beneath.
    mutating func differsInRequests(_ found: Symbols.Found) -> Bool {
        let key = found.path.joined(separator: ".")
        if let known = differences[key] { return known }
        var seen: Set<String> = []
        let differs = differs(found, &seen)
        differences[key] = differs
        return differs
    }

    private mutating func differs(_ found: Symbols.Found, _ seen: inout Set<String>) -> Bool {
        guard seen.insert(found.path.joined(separator: ".")).inserted else { return false }
        var types: [TypeExpression] = []
        switch found.declaration {
        case .serializer(let serializer):
            let properties = resolved(serializer, scope: found.path).properties
            if properties.contains(where: { $0.isReadOnly || $0.isWriteOnly || $0.isStoredFile }) { return true }
            types = properties.compactMap(\.type)
        case .union(let union): types = union.cases.compactMap(\.payload)
        case .wrapper(let wrapper): types = [wrapper.type]
        case .alias(let alias): types = [alias.type]
        default: return false
        }
        for part in types.flatMap(\.parts) {
            guard let inner = part.path.flatMap({ symbols.find($0, in: found.path) }) else { continue }
            if differs(inner, &seen) { return true }
        }
        return false
    }
}

extension PropertyDeclaration {
    /// Whether requests never have it.
    var isReadOnly: Bool { accessors != nil || keywords.flag(.readOnly) == true }

    /// Whether responses never have it.
    var isWriteOnly: Bool { keywords.flag(.writeOnly) == true }

    /// A file that a model keeps goes in as its bytes and comes out as the address where it is found.
    fileprivate mutating func adaptStoredFile(to direction: SchemaDirection) {
        guard direction != .request, let type else { return }
        self.type = type.isOptional ? .optional(.named("URL")) : .named("URL")
    }
}

extension TypeExpression {
    /// The plain names that a type is made of.
    fileprivate var parts: [TypeExpression] {
        switch self {
        case .array(let type), .optional(let type): type.parts
        case .dictionary(_, let value): value.parts
        case .named(_, let arguments) where !arguments.isEmpty: arguments.flatMap(\.parts)
        default: [self]
        }
    }
}
