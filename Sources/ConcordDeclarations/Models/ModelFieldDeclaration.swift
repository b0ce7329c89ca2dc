import ConcordDiagnostics
import ConcordOutline

/// A stored property of a model: a column of its table, and a field of its serializers.
public struct ModelFieldDeclaration: Hashable, Sendable {
    /// The name, comment, and fragments.
    public var head: DeclarationHead
    /// The declared type.
    public var type: TypeExpression
    /// The initial value.
    public var initialValue: Expression?
    /// The arguments of `@Field` that configure the column.
    public var storage: FieldStorage
    /// The values of `.maxDigits` and `.decimalPlaces`.
    public var digits: DecimalDigits?
    /// The arguments of `@Field` that configure the schema.
    public var keywords: SchemaKeywords
    /// The relation that `@ForeignKey`, `@OneToOne`, or `@ManyToMany` states.
    public var relation: RelationDeclaration?

    /// Creates a field.
    public init(
        _ head: DeclarationHead,
        type: TypeExpression,
        initialValue: Expression? = nil,
        storage: FieldStorage = FieldStorage(),
        digits: DecimalDigits? = nil,
        keywords: SchemaKeywords = SchemaKeywords(),
        relation: RelationDeclaration? = nil
    ) {
        self.head = head
        self.type = type
        self.initialValue = initialValue
        self.storage = storage
        self.digits = digits
        self.keywords = keywords
        self.relation = relation
    }

    /// The name of the column.
    public var column: String { storage.column ?? head.name }
}

extension ModelFieldDeclaration {
    /// Reads a stored property. Returns `nil` for a computed or static property, which isn't a column.
    init?(_ outline: Declaration, _ reading: inout Reading) {
        guard case .variable(let variable) = outline.kind, variable.accessors == nil,
            !outline.modifiers.contains("static")
        else { return nil }
        guard let type = variable.type else {
            reading.error(
                "missing-type", "field '\(variable.name)' must have an explicit type", at: outline.mark,
                help: "write 'var \(variable.name): Type'")
            return nil
        }
        self.init(
            DeclarationHead(variable.name, outline, &reading), type: type, initialValue: variable.initialValue)
        if let (relation, wireName) = RelationDeclaration.read(outline, &reading) {
            self.relation = relation
            head.wireName = wireName
        }
        reading.reportsUnwritable(type, at: head.mark)
        guard let attribute = outline.attribute("Field"), attribute.arguments != nil else { return }
        var arguments = Arguments(attribute)
        head.wireName = arguments.takeWireName() ?? head.wireName
        storage = FieldStorage(&arguments, &reading)
        digits = DecimalDigits(&arguments, &reading)
        keywords = SchemaKeywords(&arguments, &reading)
        arguments.reportRest(
            known: FieldStorage.labels + DecimalDigits.labels + Keyword.allCases.map(\.rawValue), &reading)
    }

    /// The outline of the declaration.
    public var outline: Declaration {
        var attributes: [Attribute] = []
        if let relation { attributes.append(relation.attribute) }
        let arguments =
            .text(nil, head.wireName) + storage.arguments + (digits?.arguments ?? []) + keywords.arguments
        if !arguments.isEmpty { attributes.append(Attribute("Field", arguments)) }
        return Declaration(
            documentation: head.documentation, attributes: attributes + head.fragmentAttributes,
            .variable(Variable(head.name, type: type, initialValue: initialValue)))
    }
}
