/// A keyword that an attribute, a wrapper or `Schema(…)` states about a schema, in the one order that Swift takes them in.
public enum Keyword: String, CaseIterable, Comparable, Sendable {
    case type, format, contentEncoding, contentMediaType, multipleOf, minimum, maximum, exclusiveMinimum,
        exclusiveMaximum, minLength, maxLength, pattern, minItems, maxItems, uniqueItems, minProperties, maxProperties,
        items, additionalProperties, propertyNames, prefixItems, allOf, anyOf, oneOf, requires, `enum`, `default`,
        required, readOnly,
        writeOnly,
        deprecated, title, description, example, examples, externalDocs, xml, null, ref

    /// What a keyword's argument may be; `nil` may stand for any of them.
    public enum Kind: Hashable, Sendable {
        case symbolOrText
        case text
        case number
        case count
        case flag
        case literal
        case literals
        case schema
        /// A list of `Schema(…)`.
        case schemas
        /// `items`, `additionalProperties`: `true`, `false` or `Schema(…)`.
        case schemaOrFlag
        /// A list of literals, or names with `Example(…)`.
        case examples
        /// `ExternalDocs(…)`, `XML(…)`.
        case object(ValueShape)
        case symbol
        /// `.allOf`, or the text of a reference.
        case reference
    }

    /// What the keyword's argument may be.
    public var kind: Kind {
        switch self {
        case .type, .format, .contentEncoding: .symbolOrText
        case .contentMediaType, .pattern, .title, .description: .text
        case .multipleOf, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum: .number
        case .minLength, .maxLength, .minItems, .maxItems, .minProperties, .maxProperties: .count
        case .uniqueItems, .required, .readOnly, .writeOnly, .deprecated: .flag
        case .propertyNames: .schema
        case .prefixItems, .allOf, .anyOf, .oneOf: .schemas
        case .items, .additionalProperties: .schemaOrFlag
        case .enum, .requires: .literals
        case .default, .example: .literal
        case .examples: .examples
        case .externalDocs: .object(.externalDocs)
        case .xml: .object(.xml)
        case .null: .symbol
        case .ref: .reference
        }
    }

    /// Whether the keyword restricts what is valid, so that a type that states it has something to enforce.
    public var isConstraint: Bool {
        switch self {
        case .multipleOf, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .minLength, .maxLength, .pattern,
            .minItems, .maxItems, .uniqueItems, .minProperties, .maxProperties, .propertyNames, .enum:
            true
        default: false
        }
    }

    /// The key in a schema object, where the keyword alone says what stands under it.
    public var documentKey: String? {
        switch self {
        case .items, .additionalProperties, .prefixItems, .allOf, .anyOf, .oneOf, .requires, .required, .null, .ref: nil
        default: rawValue
        }
    }

    /// The place in the order of arguments.
    public static func < (left: Keyword, right: Keyword) -> Bool {
        left.order < right.order
    }

    private static let inOrder = allCases

    private var order: Int { Self.inOrder.firstIndex(of: self) ?? 0 }
}
