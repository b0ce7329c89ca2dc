/// A keyword that an attribute, a wrapper, or `Schema(…)` states about a schema, in the order of their arguments.
public enum Keyword: String, CaseIterable, Comparable, Sendable {
    case type, format, contentEncoding, contentMediaType, multipleOf, minimum, maximum, exclusiveMinimum,
        exclusiveMaximum, minLength, maxLength, pattern, minItems, maxItems, uniqueItems, minProperties, maxProperties,
        items, additionalProperties, propertyNames, prefixItems, allOf, anyOf, oneOf, requires, `enum`, `default`,
        required, readOnly,
        writeOnly,
        deprecated, title, description, example, examples, externalDocs, xml, null, ref

    /// The kind of a keyword's argument. Any of them can be `nil`.
    public enum Kind: Hashable, Sendable {
        case symbolOrText
        case text
        case number
        case count
        case flag
        case literal
        case literals
        case schema
        /// An array of `Schema(…)`.
        case schemas
        /// `true`, `false`, or `Schema(…)`, for `items` and `additionalProperties`.
        case schemaOrFlag
        /// An array of literals, or a dictionary of `Example(…)`.
        case examples
        /// An object such as `ExternalDocs(…)` or `XML(…)`.
        case object(ValueShape)
        case symbol
        /// A symbol such as `.allOf`, or a reference as a string.
        case reference
    }

    /// The kind of the keyword's argument.
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

    /// Whether the keyword restricts values, so that a type that states it must validate them.
    public var isConstraint: Bool {
        switch self {
        case .multipleOf, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .minLength, .maxLength, .pattern,
            .minItems, .maxItems, .uniqueItems, .minProperties, .maxProperties, .propertyNames, .enum:
            true
        default: false
        }
    }

    /// The key in a Schema Object, or `nil` if the value for the key depends on more than this keyword.
    public var documentKey: String? {
        switch self {
        case .items, .additionalProperties, .prefixItems, .allOf, .anyOf, .oneOf, .requires, .required, .null, .ref: nil
        default: rawValue
        }
    }

    /// Returns whether a keyword precedes another in the order of arguments.
    public static func < (left: Keyword, right: Keyword) -> Bool {
        left.order < right.order
    }

    private static let inOrder = allCases

    private var order: Int { Self.inOrder.firstIndex(of: self) ?? 0 }
}
