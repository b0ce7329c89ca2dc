import ConcordOutline

/// `discriminator: "kind"`: the property that tells which branch a value is of.
public struct DiscriminatorDeclaration: Hashable, Sendable {
    /// The property's name on the wire.
    public var propertyName: String
    /// `mapping:`: on an enum `nil` leaves the cases' names out; on a struct it lists types.
    public var mapping: Stated<[MappedType]>
    /// `defaultMapping:`, of OpenAPI 3.2.
    public var defaultMapping: String?

    /// One entry of `mapping: ["dog": Dog.self]`.
    public struct MappedType: Hashable, Sendable {
        /// The value on the wire.
        public var name: String
        /// The type that it announces.
        public var type: TypeExpression

        /// Makes an entry.
        public init(_ name: String, _ type: TypeExpression) {
            self.name = name
            self.type = type
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
            mapping = Self.mapping(argument, &reading)
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
                guard case .string(let name) = element.key, case .type(let type) = element.value else {
                    reading.notStatic(argument, expected: "a dictionary literal such as [\"dog\": Dog.self]")
                    return nil
                }
                return MappedType(name, type)
            })
    }

    var arguments: [Argument] {
        var arguments: [Argument] = .text("discriminator", propertyName)
        switch mapping {
        case .unstated: break
        case .silent: arguments.append(Argument("mapping", .null))
        case .stated(let types):
            arguments.append(
                Argument("mapping", .dictionary(types.map { .init(.string($0.name), .type($0.type)) })))
        }
        return arguments + .text("defaultMapping", defaultMapping)
    }
}
