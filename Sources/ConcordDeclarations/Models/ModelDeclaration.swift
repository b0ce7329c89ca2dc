import ConcordDiagnostics
import ConcordNames
import ConcordOutline

/// A `@Model struct`: a table, which serializers and generic views are based on.
public struct ModelDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments. The wire name is the table's name.
    public var head: DeclarationHead
    /// The stored properties, in source order.
    public var fields: [ModelFieldDeclaration]
    /// The value of `static let ordering`.
    public var ordering: [OrderingTerm]
    /// The value of `static let constraints`.
    public var constraints: [ConstraintDeclaration]
    /// The value of `static let indexes`.
    public var indexes: [IndexDeclaration]
    /// The nested types.
    public var nested: [TypeDeclaration]
    /// The protocols in the inheritance clause.
    public var inheritance: [TypeExpression]

    /// Creates a model.
    public init(
        _ head: DeclarationHead, fields: [ModelFieldDeclaration] = [], nested: [TypeDeclaration] = [],
        inheritance: [TypeExpression] = []
    ) {
        self.head = head
        self.fields = fields
        self.nested = nested
        self.inheritance = inheritance
        ordering = []
        constraints = []
        indexes = []
    }

    /// The stated name of the table, or else the type's name in snake case.
    public var table: String {
        head.wireName ?? KeyStyle.snakeCase.wireName(of: DerivedName.withoutNamespaces(head.name))
    }

    /// The field with `.primaryKey`, or else the field `id`.
    public var primaryKey: ModelFieldDeclaration? {
        fields.first { $0.storage.isPrimaryKey == true } ?? fields.first { $0.head.name == "id" }
    }

    /// Returns the field with a Swift name.
    public func field(_ name: String) -> ModelFieldDeclaration? {
        // `first(where:)` copies each element, and the elements are large.
        for index in fields.indices where fields[index].head.name == name { return fields[index] }
        return nil
    }
}

extension ModelDeclaration {
    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .structure(let body) = outline.kind, let attribute = outline.attribute("Model") else {
            if let attribute = outline.attribute("Model") {
                reading.error(
                    "model-shape", "@Model can be attached only to a struct", at: attribute.mark,
                    help: "make it a struct")
            }
            return nil
        }
        self.init(DeclarationHead(body.name, outline, &reading), inheritance: body.inheritance)
        var arguments = Arguments(attribute)
        arguments.takeWireName(into: &head, reading)
        arguments.reportRest(known: [], &reading)
        fields = body.members.compactMap { ModelFieldDeclaration($0, &reading) }
        ordering = body.staticElements("ordering", &reading).compactMap { OrderingTerm($0, &reading) }
        constraints = body.staticElements("constraints", &reading).compactMap { ConstraintDeclaration($0, &reading) }
        indexes = body.staticElements("indexes", &reading).compactMap { IndexDeclaration($0, &reading) }
        nested = body.nestedTypes(&reading)
        checkPrimaryKey(&reading)
        checkFieldPaths(&reading)
    }

    private func checkPrimaryKey(_ reading: inout Reading) {
        let stated = fields.filter { $0.storage.isPrimaryKey == true }
        if let second = stated.dropFirst().first {
            reading.error(
                "second-primary-key", "'\(head.name)' already has a primary key, '\(stated[0].head.name)'",
                at: second.head.mark, help: "remove one of them",
                related: ("the other declaration is here", stated[0].head.mark))
        }
        if primaryKey == nil {
            reading.error(
                "missing-primary-key", "model '\(head.name)' has no primary key", at: head.mark,
                help: "declare 'var id: UUID', or mark a field '@Field(.primaryKey)'")
        }
    }

    /// Reports key paths in the ordering, the constraints, and the indexes that aren't fields of the model.
    private func checkFieldPaths(_ reading: inout Reading) {
        let paths = ordering.map(\.field) + constraints.flatMap(\.fields) + indexes.flatMap(\.fields)
        for path in paths where field(path.name) == nil { reading.unknownField(path, of: self) }
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        var members = fields.map(\.outline)
        members += .constants("ordering", of: "Ordering", head.name, ordering.map(\.expression))
        members += .constants("constraints", of: "Constraint", head.name, constraints.map(\.expression))
        members += .constants("indexes", of: "Index", head.name, indexes.map(\.expression))
        return .component(
            "Model", head,
            .structure(TypeBody(head.name, inheritance: inheritance, members: members + nested.map(\.outline))))
    }
}

extension Reading {
    /// Reports a key path that doesn't name a field of a model.
    mutating func unknownField(_ path: FieldPath, of model: ModelDeclaration) {
        let names = model.fields.map(\.head.name)
        error(
            "unknown-field", "model '\(model.head.name)' has no field '\(path.name)'", at: path.mark,
            help: names.nearest(to: path.name).map { "did you mean '\\.\($0)'?" },
            related: ("the model is declared here", model.head.mark))
    }
}

extension Array<Declaration> {
    /// Returns `static let ordering: [Ordering<Station>] = […]`, or an empty array if there are no elements.
    fileprivate static func constants(
        _ name: String, of type: String, _ model: String, _ elements: [Expression]
    ) -> [Declaration] {
        guard !elements.isEmpty else { return [] }
        return [.constant(name, type: .array(.named(type, arguments: [.named(model)])), .array(elements))]
    }
}
