import ConcordOpenAPI
import ConcordYAML

/// A schema's type in a few words, components as links: `array of Pet`, `string <date-time> or null`.
struct TypeLabel {
    private let schema: Schema
    private let depth: Int
    /// Labels nest as schemas do; past this a reader is better served by the fields below.
    private static let deepest = 4

    init(_ schema: Schema, depth: Int = 0) {
        self.schema = schema
        self.depth = depth
    }

    var html: HTML {
        if let name = schema.componentName { return Self.link(toSchema: name) }
        if let reference = schema.reference { return "<code>\(reference)</code>" }
        if let value = schema.always { return value ? "anything" : "nothing" }
        guard depth < Self.deepest else { return "…" }
        return schema.allowsNull ? "\(ofValue) or null" : ofValue
    }

    static func link(toSchema name: String) -> HTML {
        "<a href=\"\(Hyperlink(Anchor("schemas", name)))\">\(name)</a>"
    }

    private var ofValue: HTML {
        if schema.const != nil { return "constant" }
        if !schema.alternatives.isEmpty { return label(of: schema.alternatives) }
        if !schema.allOf.isEmpty, schema.properties.isEmpty {
            return label(of: schema.allOf, word: "all of", separator: " and ")
        }
        let types = schema.types.filter { $0 != .null }
        return types.isEmpty ? impliedType : types.map(label(ofType:)).joined(by: " or ")
    }

    private func label(of branches: [Schema], word: HTML = "one of", separator: HTML = " or ") -> HTML {
        let branches = branches.filter { $0.types != [.null] }
        if branches.count == 1 { return inner(branches[0]) }
        let areShort = branches.count <= 4 && branches.allSatisfy { $0.componentName != nil || $0.isScalar }
        return areShort ? branches.map(inner).joined(by: separator) : "\(word) \(branches.count)"
    }

    /// What a schema without `type` can only be about.
    private var impliedType: HTML {
        if !schema.properties.isEmpty || schema.additionalProperties != nil { return label(ofType: .object) }
        if schema.items != nil { return label(ofType: .array) }
        return schema.enum == nil ? "any value" : "enumeration"
    }

    private func label(ofType type: Schema.ValueType) -> HTML {
        switch type {
        case .array: return schema.items.map { "array of \(inner($0))" } ?? "array"
        case .object:
            guard schema.properties.isEmpty, let value = schema.additionalProperties, value.always != false
            else { return "object" }
            return "map of \(inner(value))"
        default:
            return schema.format.map { "\(type.rawValue) &lt;\($0)&gt;" } ?? "\(type.rawValue)"
        }
    }

    private func inner(_ schema: Schema) -> HTML {
        TypeLabel(schema, depth: depth + 1).html
    }
}
