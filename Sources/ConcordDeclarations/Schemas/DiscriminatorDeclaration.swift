import ConcordOutline

/// The property that determines the branch of a value: `.discriminator("kind")`.
public struct DiscriminatorDeclaration: Hashable, Sendable {
    /// The wire name of the property.
    public var propertyName: String
    /// The value of `.mapping`, an array of types or strings. On an enum, `nil` omits the names of the cases.
    public var mapping: Stated<[MappedType]>
    /// Whether the mapping contains the names of components instead of references: `.mapping(.names)`.
    public var mapsToNames = false
    /// The value of `.defaultMapping` (OpenAPI 3.2).
    public var defaultMapping: String?

    /// One entry of `.mapping(["dog": Dog.self])`.
    public struct MappedType: Hashable, Sendable {
        /// The value of the property.
        public var name: String
        /// The target of the value.
        public var target: Target

        /// The target of a value in a mapping.
        public enum Target: Hashable, Sendable {
            case type(TypeExpression)
            /// A string that isn't a reference to a component.
            case text(String)
        }

        /// Creates an entry.
        public init(_ name: String, _ target: Target) {
            self.name = name
            self.target = target
        }
    }

    /// Creates a discriminator.
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
