import ConcordOutline

/// `.discriminator("kind")`: the property that tells which branch a value is of.
public struct DiscriminatorDeclaration: Hashable, Sendable {
    /// The property's name on the wire.
    public var propertyName: String
    /// `.mapping`: on an enum `nil` leaves the cases' names out; a list names types, or gives the texts as they are.
    public var mapping: Stated<[MappedType]>
    /// `.mapping(.names)`: the cases' types by the bare names of their components, not by references.
    public var mapsToNames = false
    /// `.defaultMapping`, of OpenAPI 3.2.
    public var defaultMapping: String?

    /// One entry of `.mapping(["dog": Dog.self])`.
    public struct MappedType: Hashable, Sendable {
        /// The value on the wire.
        public var name: String
        /// What it announces.
        public var target: Target

        /// What a value announces.
        public enum Target: Hashable, Sendable {
            case type(TypeExpression)
            /// The text under the value, where that is no reference to a component.
            case text(String)
        }

        /// Makes an entry.
        public init(_ name: String, _ target: Target) {
            self.name = name
            self.target = target
        }
    }

    /// Makes a discriminator.
    public init(_ propertyName: String, mapping: Stated<[MappedType]> = .unstated, defaultMapping: String? = nil) {
        self.propertyName = propertyName
        self.mapping = mapping
        self.defaultMapping = defaultMapping
    }

    init?(_ arguments: inout Arguments, _ reading: inout Reading) {
        guard let propertyName = arguments.takeText("discriminator", &reading) else { return nil }
        self.init(propertyName)
        if let argument = arguments.take("mapping")?.first {
            if argument.value == .member(nil, "names") {
                mapsToNames = true
            } else {
                mapping = Self.mapping(argument, &reading)
            }
        }
        defaultMapping = arguments.takeText("defaultMapping", &reading)
    }

    private static func mapping(_ argument: Argument, _ reading: inout Reading) -> Stated<[MappedType]> {
        if argument.value == .null { return .silent }
        guard case .dictionary(let elements) = argument.value else {
            reading.notStatic(argument, expected: "a dictionary literal such as [\"dog\": Dog.self]")
            return .unstated
        }
        return .stated(
            elements.compactMap { element in
                switch (element.key, element.value) {
                case (.string(let name), .type(let type)): return MappedType(name, .type(type))
                case (.string(let name), .string(let text)): return MappedType(name, .text(text))
                default:
                    reading.notStatic(argument, expected: "a dictionary literal such as [\"dog\": Dog.self]")
                    return nil
                }
            })
    }

    var arguments: [Argument] {
        var arguments: [Argument] = .text("discriminator", propertyName)
        switch mapping {
        case .unstated: if mapsToNames { arguments.append(Argument("mapping", .member(nil, "names"))) }
        case .silent: arguments.append(Argument("mapping", .null))
        case .stated(let types):
            arguments.append(
                Argument("mapping", .dictionary(types.map { .init(.string($0.name), $0.target.expression) })))
        }
        return arguments + .text("defaultMapping", defaultMapping)
    }
}

extension DiscriminatorDeclaration.MappedType.Target {
    fileprivate var expression: Expression {
        switch self {
        case .type(let type): .type(type)
        case .text(let text): .string(text)
        }
    }
}
