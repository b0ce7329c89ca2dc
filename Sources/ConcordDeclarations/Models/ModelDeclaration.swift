import ConcordDiagnostics
import ConcordNames
import ConcordOutline

/// A `@Model struct`: a table, which serializers and generic views are based on. A `@UserModel struct` is a table with
/// the fields of a user and its own fields.
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
    /// Whether the attribute is `@UserModel`, which adds the fields of a user before the others.
    public private(set) var isUserModel = false

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
        guard let attribute = Self.attributes.lazy.compactMap(outline.attribute).first else { return nil }
        guard case .structure(let body) = outline.kind else {
            reading.error(
                "model-shape", "@\(attribute.name) can be attached only to a struct", at: attribute.mark,
                help: "make it a struct")
            return nil
        }
        self.init(DeclarationHead(body.name, outline, &reading), inheritance: body.inheritance)
        isUserModel = attribute.name == Self.userAttribute
        var arguments = Arguments(attribute)
        if isUserModel { head.wireName = "auth_user" } else { arguments.takeWireName(into: &head, reading) }
        arguments.reportRest(known: [], &reading)
        fields = body.members.compactMap { ModelFieldDeclaration($0, &reading) }
        if isUserModel { addUserFields(&reading) }
        ordering = body.staticElements("ordering", &reading).compactMap { OrderingTerm($0, &reading) }
        constraints = body.staticElements("constraints", &reading).compactMap { ConstraintDeclaration($0, &reading) }
        indexes = body.staticElements("indexes", &reading).compactMap { IndexDeclaration($0, &reading) }
        nested = body.nestedTypes(&reading)
        checkPrimaryKey(&reading)
        checkFieldPaths(&reading)
    }

    /// Adds the fields of a user before the model's own.
    private mutating func addUserFields(_ reading: inout Reading) {
        let names = Set(Self.userFields.map(\.head.name))
        for field in fields where names.contains(field.head.name) {
            reading.error(
                "user-field", "'\(field.head.name)' is a field of every user", at: field.head.mark,
                help: "remove it, or give it another name")
        }
        fields = Self.userFields + fields.filter { !names.contains($0.head.name) }
    }

    private static let userAttribute = "UserModel"
    /// The attributes that make a struct a model.
    public static let attributes = ["Model", userAttribute]

    /// The fields that `@UserModel` adds to a struct.
    public static var userFields: [ModelFieldDeclaration] { ModelFieldDeclaration.userFields }

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
        var members = fields.dropFirst(isUserModel ? Self.userFields.count : 0).map(\.outline)
        members += .constants("ordering", of: "Ordering", head.name, ordering.map(\.expression))
        members += .constants("constraints", of: "Constraint", head.name, constraints.map(\.expression))
        members += .constants("indexes", of: "Index", head.name, indexes.map(\.expression))
        var head = head
        if isUserModel { head.wireName = nil }
        return .component(
            isUserModel ? Self.userAttribute : "Model", head,
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
