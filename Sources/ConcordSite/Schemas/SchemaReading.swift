import ConcordOpenAPI
import Foundation

/// Properties of a schema that don't depend on the version of the specification.
extension Schema {
    /// The values of `oneOf` or `anyOf`.
    var alternatives: [Schema] {
        oneOf.isEmpty ? anyOf : oneOf
    }

    /// Whether the schema allows null in addition to other values.
    var allowsNull: Bool {
        isNullable && types != [.null] || alternatives.contains { $0.types == [.null] }
    }

    /// Whether the schema is a single value without structure.
    var isScalar: Bool {
        !types.isEmpty && types.allSatisfy { $0 != .object && $0 != .array }
    }
}
