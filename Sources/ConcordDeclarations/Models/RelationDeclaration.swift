import ConcordDiagnostics
import ConcordOutline

/// `@ForeignKey`, `@OneToOne` or `@ManyToMany` on a model's field, which holds the key, or the keys, of another model.
public struct RelationDeclaration: Hashable, Sendable {
    /// Which relation it is.
    public var kind: Kind
    /// `onDelete:`: what becomes of this object when the other one is deleted.
    public var onDelete: DeleteRule?
    /// `related:`: what the other model calls the objects that point to it.
    public var related: String?
    /// `through:`: the model of the relation itself.
    public var through: TypeExpression?
    /// The place of the attribute.
    public var mark: SourceMark

    /// Which relation it is; the raw value is the attribute's name.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case foreignKey = "ForeignKey"
        case oneToOne = "OneToOne"
        case manyToMany = "ManyToMany"
    }

    /// What becomes of an object when the one that it points to is deleted.
    public enum DeleteRule: String, Hashable, Sendable, CaseIterable {
        case cascade, protect, restrict, setNull, setDefault, doNothing
    }

    /// Makes a relation.
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

    /// Reads the attribute of a field, and the wire name that it may state; nothing where there is none.
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

    /// The attribute that states this.
    var attribute: Attribute {
        var arguments: [Argument] = .symbol("onDelete", onDelete?.rawValue)
        if let through { arguments.append(Argument("through", .type(through))) }
        arguments += .text("related", related)
        return Attribute(kind.rawValue, arguments.isEmpty ? nil : arguments)
    }
}
