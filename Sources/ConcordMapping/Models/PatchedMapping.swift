import ConcordDeclarations
import ConcordOutline
import ConcordYAML

extension TypeExpression {
    private static let patchedName = "$Patched"

    /// Returns the type of a PATCH body. Properties that the client omits keep their values.
    static func patched(_ type: TypeExpression) -> TypeExpression { .named(patchedName, arguments: [type]) }

    /// The type that is patched if this type is the body of a PATCH request.
    var patchedType: TypeExpression? {
        if case .named(Self.patchedName, let arguments) = self { arguments.first } else { nil }
    }
}

extension Generator {
    /// Returns the schema of a PATCH body: a component `Patched…` whose top level has no required properties.
    mutating func patched(_ type: TypeExpression, _ use: SchemaUse, in scope: [String], at mark: SourceMark) -> Node {
        var plain = use
        plain.type = type
        guard let found = symbols.resolve(type, in: scope), case .serializer(let serializer) = found.declaration else {
            return schema(plain, in: scope, at: mark)
        }
        let partial = partial(resolved(serializer, scope: found.path), in: found.path)
        guard found.isFileLevel else { return object(resolved: partial, scope: found.path) }
        let isSplit = direction == .request && differsInRequests(found)
        let name = "Patched" + Self.componentName(serializer.head) + (isSplit ? "Request" : "")
        return derived(name, from: .patched(found.path), use, at: mark) {
            $0.object(resolved: partial, scope: found.path)
        }
    }

    /// Returns the properties of a serializer that a client can send, all of them optional and without defaults.
    private func partial(_ serializer: SerializerDeclaration, in scope: [String]) -> SerializerDeclaration {
        var result = serializer
        result.selection = nil
        result.additionalRequired = []
        result.properties.removeAll(where: \.isReadOnly)
        for index in result.properties.indices {
            if result.properties[index].role.isComposition, let type = result.properties[index].type {
                result.properties[index].type = .patched(symbols.qualified(type, in: scope))
            }
            if result.properties[index].constant == nil { result.properties[index].initialValue = nil }
            result.properties[index].keywords[.default] = nil
            result.properties[index].keywords[.required] = .literal(.boolean(false))
        }
        return result
    }
}
