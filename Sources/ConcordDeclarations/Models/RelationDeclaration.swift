import ConcordDiagnostics
import ConcordOutline

/// A relation of a model's field, which stores the keys of another model: `@ForeignKey`, `@OneToOne`, or `@ManyToMany`.
public struct RelationDeclaration: Hashable, Sendable {
    /// The kind of relation.
    public var kind: Kind
    /// The value of `onDelete:`: the rule for this object when the related object is deleted.
    public var onDelete: DeleteRule?
    /// The value of `related:`: the name of the reverse relation on the other model.
    public var related: String?
    /// The value of `through:`: the model that represents the relation.
    public var through: TypeExpression?
    /// The position of the attribute.
    public var mark: SourceMark

    /// The kind of a relation. The raw value is the attribute's name.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case foreignKey = "ForeignKey"
        case oneToOne = "OneToOne"
        case manyToMany = "ManyToMany"
    }

    /// The rule for an object when the object that it refers to is deleted.
    public enum DeleteRule: String, Hashable, Sendable, CaseIterable {
        case cascade, protect, restrict, setNull, setDefault, doNothing
    }

    /// Creates a relation.
    public init(
        _ kind: Kind, onDelete: DeleteRule? = nil, related: String? = nil, through: TypeExpression? = nil,
        mark: SourceMark = SourceMark()
    ) {
        self.kind = kind
        self.onDelete = onDelete
        self.related = related
        self.through = through
        self.mark = mark
    }

    /// Reads the relation of a field and the wire name that it may state. Returns `nil` if the field has no relation.
    static func read(
        _ outline: Declaration, _ reading: inout Reading
    ) -> (relation: RelationDeclaration, wireName: String?)? {
        guard let attribute = outline.attributes.first(where: { Kind(rawValue: $0.name) != nil }),
            let kind = Kind(rawValue: attribute.name)
        else { return nil }
        var relation = RelationDeclaration(kind, mark: attribute.mark)
        var arguments = Arguments(attribute)
        let wireName = arguments.takeWireName()
        relation.onDelete = arguments.takeSymbol("onDelete", &reading)
        if case .type(let type)? = arguments.take("through")?.first?.value { relation.through = type }
        relation.related = arguments.takeText("related", &reading)
        arguments.reportRest(known: ["onDelete", "through", "related"], &reading)
        return (relation, wireName)
    }

    /// The attribute that states the relation.
    var attribute: Attribute {
        var arguments: [Argument] = .symbol("onDelete", onDelete?.rawValue)
        if let through { arguments.append(Argument("through", .type(through))) }
        arguments += .text("related", related)
        return Attribute(kind.rawValue, arguments.isEmpty ? nil : arguments)
    }
}
