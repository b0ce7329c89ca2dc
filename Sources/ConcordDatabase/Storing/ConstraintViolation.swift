import ConcordCore

/// What was to be stored breaks a constraint of the database. A view answers with status 400 and names the fields.
public struct ConstraintViolation: Error, Sendable {
    /// Which constraint it is.
    public let kind: Kind
    /// The names of the fields in Swift; none where the constraint is not one of fields.
    public let fields: [String]

    /// Which constraint it is.
    public enum Kind: Sendable {
        /// Another object has the same values.
        case unique
        /// The object that a key leads to does not exist.
        case missingObject
        /// There is no value where one must be.
        case missingValue
        /// A condition that the model states.
        case check(name: String)
    }

    package init(_ kind: Kind, fields: [String]) {
        self.kind = kind
        self.fields = fields
    }

    /// What a database reported of a model's table; nil for an error that is not one of a constraint of fields.
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
    /// The columns that a constraint of a name is about.
    fileprivate static func columns(ofCheck name: String) -> [String] {
        if let field = fields.first(where: { ConstraintName.bounds($0.column, of: table) == name }) {
            return [field.column]
        }
        let constraint = constraints.first { $0.fields.isEmpty && $0.name == name }
        return constraint?.condition?.columns ?? []
    }
}

extension ConstraintViolation: CustomStringConvertible {
    /// The fields, and what is wrong with them.
    public var description: String {
        let names = fields.map { "'\($0)'" }.joined(separator: ", ")
        return switch kind {
        case .unique: "another object has the same \(names)"
        case .missingObject: "the object that \(names) leads to does not exist"
        case .missingValue: "\(names) has no value"
        case .check(let name): "the object does not fulfill the constraint '\(name)'"
        }
    }
}

/// An object was to be deleted to which others lead that don't let it go. A view answers with status 409.
public struct ProtectedDeletion: Error, Sendable, CustomStringConvertible {
    /// The table of the object.
    public let table: String

    init<M: Model>(model: M.Type) { table = M.table }

    /// Which object it is, and why it stays.
    public var description: String { "an object of '\(table)' can't be deleted while other objects lead to it" }
}
