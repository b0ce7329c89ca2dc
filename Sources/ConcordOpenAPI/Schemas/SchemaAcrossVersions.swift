import ConcordYAML

/// What 3.0 and later versions write differently, answered alike.
extension Schema {
    /// The types that JSON Schema knows.
    public enum ValueType: String, Hashable, Sendable, CaseIterable {
        case null, boolean, integer, number, string, array, object
    }

    /// The schema that takes every value, or none.
    public static func always(_ accepts: Bool) -> Schema { Schema(.bool(accepts)) }

    /// What a boolean schema says; nil for others.
    public var always: Bool? { node.bool }

    /// The types that the document names, in order, `null` among them when it is allowed: `type` as text or list, and
    /// 3.0's `nullable` (2.0's `x-nullable`). Empty when the schema names none.
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

    /// The one type beside `null`; nil when the schema names none or several.
    public var type: ValueType? {
        let types = types.filter { $0 != .null }
        return types.count == 1 ? types[0] : nil
    }

    /// Whether the schema itself says that null is allowed: by its types, or by `nullable`.
    public var isNullable: Bool {
        isMarkedNullable || types.contains(.null)
    }

    private var isMarkedNullable: Bool {
        node["nullable"]?.bool == true || node["x-nullable"]?.bool == true
    }

    /// The least value, itself allowed, as its exact text.
    public var minimum: String? {
        node["exclusiveMinimum"]?.bool == true ? nil : node["minimum"]?.number
    }

    /// The greatest value, itself allowed, as its exact text.
    public var maximum: String? {
        node["exclusiveMaximum"]?.bool == true ? nil : node["maximum"]?.number
    }

    /// The bound that values lie above, as its exact text.
    public var exclusiveMinimum: String? {
        node["exclusiveMinimum"]?.bool == true ? node["minimum"]?.number : node["exclusiveMinimum"]?.number
    }

    /// The bound that values lie below, as its exact text.
    public var exclusiveMaximum: String? {
        node["exclusiveMaximum"]?.bool == true ? node["maximum"]?.number : node["exclusiveMaximum"]?.number
    }

    /// The examples: those of `examples`, and `example`.
    public var exampleValues: [Node] {
        (node["examples"]?.sequence ?? []) + (node["example"].map { [$0] } ?? [])
    }

    /// The properties that must be there when another one is (since 3.1).
    public var dependentRequired: [(property: String, required: [String])] {
        (node["dependentRequired"]?.mapping ?? Mapping()).entries.map {
            ($0.key, $0.value.sequence?.compactMap(\.string) ?? [])
        }
    }

    /// Whether the text holds bytes, and how they are written: `format: binary` or `byte` of 3.0, `contentEncoding`
    /// and `contentMediaType` since.
    public var byteEncoding: String? {
        if let encoding = contentEncoding { return encoding }
        switch format {
        case "byte": return "base64"
        case "binary": return "binary"
        default: return nil
        }
    }
}
