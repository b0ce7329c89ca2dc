import ConcordDiagnostics
import ConcordOutline

/// One term of a model's ordering: `.descending(\.created)`.
public struct OrderingTerm: Hashable, Sendable {
    /// The field to sort by.
    public var field: FieldPath
    /// Whether the order is descending.
    public var isDescending: Bool

    /// Creates a term.
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

/// A constraint of a model's table: `.unique(\.owner, \.name)`.
public struct ConstraintDeclaration: Hashable, Sendable {
    /// The fields that are unique together.
    public var fields: [FieldPath]
    /// The value of `name:`.
    public var name: String?
    /// The constraint as written, if it has a condition: only the program itself can evaluate it.
    public var conditional: Expression?
    /// The position of the constraint.
    public var mark = SourceMark()

    /// Creates a unique constraint.
    public init(_ fields: [FieldPath], name: String? = nil) {
        self.fields = fields
        self.name = name
    }

    init?(_ argument: Argument, _ reading: inout Reading) {
        if Self.hasCondition(argument.value) {
            self.init([])
            conditional = argument.value
            mark = argument.mark
            return
        }
        guard case .call(let callee, let list) = argument.value, callee.lastName == "unique" else {
            reading.notStatic(argument, expected: "a constraint such as .unique(\\.owner, \\.name)")
            return nil
        }
        let (fields, name) = reading.namedFields(list, of: "unique", at: argument.mark)
        self.init(fields, name: name)
        mark = argument.mark
    }

    /// Returns whether a value is `.unique(…, where: { … })` or `.check("name") { … }`.
    private static func hasCondition(_ value: Expression) -> Bool {
        switch value {
        case .call(let callee, let arguments):
            callee.lastName == "check"
                || callee.lastName == "unique" && arguments.contains { $0.label == "where" }
        case .dynamic(let text):
            [".unique(", ".check("].contains { text.hasPrefix($0) || text.hasPrefix("Constraint" + $0) }
        default: false
        }
    }

    var expression: Expression {
        conditional ?? .call(.member(nil, "unique"), .fieldPaths(nil, fields) + .text("name", name))
    }
}

/// An index of a model's table: `Index(\.created)`.
public struct IndexDeclaration: Hashable, Sendable {
    /// The indexed fields, in order.
    public var fields: [FieldPath]
    /// The value of `name:`.
    public var name: String?

    /// Creates an index.
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
