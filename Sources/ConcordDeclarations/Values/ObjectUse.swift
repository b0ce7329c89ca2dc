import ConcordOutline

/// An entry in a map of objects, `["young": youngPets]`: an inline object, or a constant at file level.
public struct NamedObjectUse: Hashable, Sendable {
    /// The key of the entry.
    public var name: String
    /// The value for the key.
    public var object: ObjectUse

    /// Creates an entry.
    public init(_ name: String, _ object: ObjectUse) {
        self.name = name
        self.object = object
    }
}

/// An inline object, or a constant that states it.
public enum ObjectUse: Hashable, Sendable {
    case object(ValueObject)
    /// The name of a constant at file level, and the position of its use.
    case constant(String, mark: SourceMark = SourceMark())

    var expression: Expression {
        switch self {
        case .object(let object): object.expression
        case .constant(let name, _): .reference(name)
        }
    }
}

extension Reading {
    /// Returns the entries of `["young": youngPets, "old": Example(…)]`.
    mutating func objectUses(_ shape: ValueShape, _ argument: Argument) -> [NamedObjectUse] {
        guard case .dictionary(let elements) = argument.value else {
            notStatic(argument, expected: "a dictionary literal such as [\"name\": \(shape.rawValue)(…)]")
            return []
        }
        return elements.compactMap { element in
            guard case .string(let name) = element.key else {
                notStatic(argument, expected: "string literals as keys")
                return nil
            }
            if case .reference(let constant) = element.value {
                return NamedObjectUse(name, .constant(constant, mark: argument.mark))
            }
            return ValueObject(shape, element.value, at: argument.mark, &self).map { NamedObjectUse(name, .object($0)) }
        }
    }
}

extension Array<Argument> {
    static func objects(_ label: String, _ uses: [NamedObjectUse]) -> [Argument] {
        if uses.isEmpty { return [] }
        return [Argument(label, .dictionary(uses.map { .init(.string($0.name), $0.object.expression) }))]
    }
}
