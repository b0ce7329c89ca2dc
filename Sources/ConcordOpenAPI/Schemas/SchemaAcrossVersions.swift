import ConcordYAML

/// Accessors that unify the notations of 3.0 and later versions.
extension Schema {
    /// The types of JSON Schema.
    public enum ValueType: String, Hashable, Sendable, CaseIterable {
        /// The value null.
        case null
        /// True or false.
        case boolean
        /// A number without a fractional part.
        case integer
        /// A number.
        case number
        /// A string.
        case string
        /// An array.
        case array
        /// An object.
        case object
    }

    /// Returns the schema that accepts every value, or none.
    public static func always(_ accepts: Bool) -> Schema { Schema(.bool(accepts)) }

    /// The value of a boolean schema, or `nil` for other schemas.
    public var always: Bool? { node.bool }

    /// The types in the document in order, including `null` if it is allowed: `type` as a string or array, and
    /// `nullable` in 3.0 (`x-nullable` in 2.0). The array is empty if the schema has no type.
    public var types: [ValueType] {
        var types: [ValueType] =
            switch node["type"]?.value {
            case .string(let name): ValueType(rawValue: name).map { [$0] } ?? []
            case .sequence(let names): names.compactMap { $0.string.flatMap(ValueType.init) }
            default: []
            }
        if isMarkedNullable, !types.isEmpty, !types.contains(.null) { types.append(.null) }
        return types
    }

    /// The only type except `null`, or `nil` if the schema has none or several.
    public var type: ValueType? {
        let types = types.filter { $0 != .null }
        return types.count == 1 ? types[0] : nil
    }

    /// Whether the schema itself allows null, by its types or by `nullable`.
    public var isNullable: Bool {
        isMarkedNullable || types.contains(.null)
    }

    private var isMarkedNullable: Bool {
        node["nullable"]?.bool == true || node["x-nullable"]?.bool == true
    }

    /// The inclusive minimum, with its exact notation.
    public var minimum: String? {
        node["exclusiveMinimum"]?.bool == true ? nil : node["minimum"]?.number
    }

    /// The inclusive maximum, with its exact notation.
    public var maximum: String? {
        node["exclusiveMaximum"]?.bool == true ? nil : node["maximum"]?.number
    }

    /// The exclusive minimum, with its exact notation.
    public var exclusiveMinimum: String? {
        node["exclusiveMinimum"]?.bool == true ? node["minimum"]?.number : node["exclusiveMinimum"]?.number
    }

    /// The exclusive maximum, with its exact notation.
    public var exclusiveMaximum: String? {
        node["exclusiveMaximum"]?.bool == true ? node["maximum"]?.number : node["exclusiveMaximum"]?.number
    }

    /// The examples in `examples` and `example`.
    public var exampleValues: [Node] {
        (node["examples"]?.sequence ?? []) + (node["example"].map { [$0] } ?? [])
    }

    /// The properties that are required if another one is present (since 3.1).
    public var dependentRequired: [(property: String, required: [String])] {
        (node["dependentRequired"]?.mapping ?? Mapping()).entries.map {
            ($0.key, $0.value.sequence?.compactMap(\.string) ?? [])
        }
    }

    /// The encoding of bytes in a string, or `nil` if the string contains none: `format: binary` or `byte` in 3.0, and
    /// `contentEncoding` and `contentMediaType` in later versions.
    public var byteEncoding: String? {
        if let encoding = contentEncoding { return encoding }
        switch format {
        case "byte": return "base64"
        case "binary": return "binary"
        default: return nil
        }
    }
}
