import ConcordOpenAPI
import Foundation

/// What the page needs to know of a schema, whichever version of the specification it was written for.
extension Schema {
    /// The values of `oneOf` or `anyOf`.
    var alternatives: [Schema] {
        oneOf.isEmpty ? anyOf : oneOf
    }

    /// Whether the schema allows null beside its other values.
    var allowsNull: Bool {
        isNullable && types != [.null] || alternatives.contains { $0.types == [.null] }
    }

    /// Whether it is one value without a structure of its own.
    var isScalar: Bool {
        !types.isEmpty && types.allSatisfy { $0 != .object && $0 != .array }
    }
}
