import ConcordDiagnostics
import ConcordOutline

/// `.descending(\.created)`: one term of a model's order.
public struct OrderingTerm: Hashable, Sendable {
    /// What is sorted by.
    public var field: FieldPath
    /// Whether the largest comes first.
    public var isDescending: Bool

    /// Makes a term.
    public init(_ field: FieldPath, isDescending: Bool = false) {
        self.field = field
        self.isDescending = isDescending
    }

    init?(_ argument: Argument, _ reading: inout Reading) {
        guard case .call(let callee, let arguments) = argument.value, let first = arguments.first,
            let name = callee.lastName, name == "ascending" || name == "descending",
            let field = FieldPath(first, &reading)
        else {
            reading.notStatic(argument, expected: "a term such as .ascending(\\.name)")
            return nil
        }
        self.init(field, isDescending: name == "descending")
    }

    var expression: Expression {
        .call(.member(nil, isDescending ? "descending" : "ascending"), .fieldPaths(nil, [field]))
    }
}

/// `.unique(\.owner, \.name)`: what no two rows of a model's table may have in common.
public struct ConstraintDeclaration: Hashable, Sendable {
    /// The fields that are unique together.
    public var fields: [FieldPath]
    /// `name:`.
    public var name: String?

    /// Makes a constraint.
    public init(_ fields: [FieldPath], name: String? = nil) {
        self.fields = fields
        self.name = name
    }

    init?(_ argument: Argument, _ reading: inout Reading) {
        guard case .call(let callee, let list) = argument.value, callee.lastName == "unique" else {
            reading.notStatic(argument, expected: "a constraint such as .unique(\\.owner, \\.name)")
            return nil
        }
        (fields, name) = reading.namedFields(list, of: "unique", at: argument.mark)
    }

    var expression: Expression {
        .call(.member(nil, "unique"), .fieldPaths(nil, fields) + .text("name", name))
    }
}

/// `Index(\.created)`: an index of a model's table.
public struct IndexDeclaration: Hashable, Sendable {
    /// The indexed fields, in their order.
    public var fields: [FieldPath]
    /// `name:`.
    public var name: String?

    /// Makes an index.
    public init(_ fields: [FieldPath], name: String? = nil) {
        self.fields = fields
        self.name = name
    }

    init?(_ argument: Argument, _ reading: inout Reading) {
        guard case .call(let callee, let list) = argument.value, ["Index", "init"].contains(callee.lastName) else {
            reading.notStatic(argument, expected: "an index such as Index(\\.created)")
            return nil
        }
        (fields, name) = reading.namedFields(list, of: "Index", at: argument.mark)
    }

    var expression: Expression {
        .call(.reference("Index"), .fieldPaths(nil, fields) + .text("name", name))
    }
}

extension Reading {
    fileprivate mutating func namedFields(
        _ list: [Argument], of owner: String, at mark: SourceMark
    ) -> (fields: [FieldPath], name: String?) {
        var arguments = Arguments(list, of: owner, at: mark)
        var fields: [FieldPath] = []
        while let argument = arguments.takePositional() {
            if let field = FieldPath(argument, &self) { fields.append(field) }
        }
        let name = arguments.takeText("name", &self)
        arguments.reportRest(known: ["name"], &self)
        return (fields, name)
    }
}
