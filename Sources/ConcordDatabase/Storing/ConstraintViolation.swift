import ConcordCore

/// The error for an object that violates a constraint of the database. Views respond with status 400 and the names of
/// the fields.
public struct ConstraintViolation: Error, Sendable {
    /// The kind of constraint.
    public let kind: Kind
    /// The names of the fields in Swift, or an empty array if the constraint doesn't concern fields.
    public let fields: [String]

    /// The kind of constraint.
    public enum Kind: Sendable {
        /// Another object has the same values.
        case unique
        /// The object that a key refers to doesn't exist.
        case missingObject
        /// A required value is missing.
        case missingValue
        /// The object violates a condition of the model.
        case check(name: String)
    }

    package init(_ kind: Kind, fields: [String]) {
        self.kind = kind
        self.fields = fields
    }

    /// Creates the violation for an error on the table of a model, or returns `nil` for other errors.
    init?<M: Model>(_ error: DatabaseError, of model: M.Type) {
        func names(_ columns: [String]) -> [String] {
            columns.map { column in M.fields.first { $0.column == column }?.name ?? column }
        }
        switch error.kind {
        case .unique(_, let columns): self.init(.unique, fields: names(columns))
        case .notNull(_, let column): self.init(.missingValue, fields: names([column]))
        case .check(let name): self.init(.check(name: name), fields: names(M.columns(ofCheck: name)))
        case .foreignKey(M.table, let column?): self.init(.missingObject, fields: names([column]))
        case .foreignKey, .invalidValue, .conflict, .unavailable, .timeout, .other: return nil
        }
    }
}

extension Model {
    /// Returns the columns of a constraint by its name.
    fileprivate static func columns(ofCheck name: String) -> [String] {
        if let field = fields.first(where: { ConstraintName.bounds($0.column, of: table) == name }) {
            return [field.column]
        }
        let constraint = constraints.first { $0.fields.isEmpty && $0.name == name }
        return constraint?.condition?.columns ?? []
    }
}

extension ConstraintViolation: CustomStringConvertible {
    /// A description with the fields.
    public var description: String {
        let names = fields.map { "'\($0)'" }.joined(separator: ", ")
        return switch kind {
        case .unique: "another object has the same \(names)"
        case .missingObject: "the object that \(names) refers to does not exist"
        case .missingValue: "\(names) has no value"
        case .check(let name): "the object violates the constraint '\(name)'"
        }
    }
}

/// The error for an object that can't be deleted, because protected keys refer to it. Views respond with status 409.
public struct ProtectedDeletion: Error, Sendable, CustomStringConvertible {
    /// The table of the object.
    public let table: String

    init<M: Model>(model: M.Type) { table = M.table }

    /// A description with the table of the object.
    public var description: String { "an object of '\(table)' can't be deleted while other objects refer to it" }
}
