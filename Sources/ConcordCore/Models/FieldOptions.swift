extension _Core {
    /// The options of a model's field for databases and serializers.
    public struct FieldOptions: Sendable {
        /// Whether the field is the primary key.
        public var isPrimaryKey: Bool
        /// Whether values are unique.
        public var isUnique: Bool
        /// Whether the column has an index.
        public var isIndexed: Bool
        /// Whether clients can't set the value.
        public var isReadOnly: Bool
        /// Whether responses omit the value.
        public var isWriteOnly: Bool
        /// The event on which the model sets the value to the current time.
        public var setOn: FieldTrait.SetMoment?
        /// The relation, if the value is a key of another model.
        public var relation: _Core.Relation?
        /// The title, if the declaration sets one.
        public var title: String?
        /// The first paragraph of the doc comment, or the description in the attribute.
        public var description: String?
        /// The names and raw values of the cases, if the type is an enum that is declared inside the model.
        public var choices: KeyValuePairs<String, String>

        /// Creates options.
        public init(
            isPrimaryKey: Bool = false,
            isUnique: Bool = false,
            isIndexed: Bool = false,
            isReadOnly: Bool = false,
            isWriteOnly: Bool = false,
            setOn: FieldTrait.SetMoment? = nil,
            relation: _Core.Relation? = nil,
            title: String? = nil,
            description: String? = nil,
            choices: KeyValuePairs<String, String> = [:]
        ) {
            self.isPrimaryKey = isPrimaryKey
            self.isUnique = isUnique
            self.isIndexed = isIndexed
            self.isReadOnly = isReadOnly
            self.isWriteOnly = isWriteOnly
            self.setOn = setOn
            self.relation = relation
            self.title = title
            self.description = description
            self.choices = choices
        }
    }
}

extension FieldTrait {
    /// The event on which a model sets a field to the current time: `@Field(.setOn(.create))`.
    public enum SetMoment: Sendable {
        /// When the object is created.
        case create
        /// Whenever the object is saved.
        case update
    }
}

extension _Core {
    /// The relation of a field to another model: `@ForeignKey`, `@OneToOne`, or `@ManyToMany`.
    public struct Relation: Sendable {
        /// The kind of a relation.
        public enum Kind: Sendable {
            case foreignKey, oneToOne, manyToMany
        }

        /// The kind of the relation.
        public let kind: Kind
        /// The related model, or `nil` if the field's type doesn't name it.
        public let target: (any Model.Type)?
        /// The effect on the object when the related object is deleted.
        public let onDelete: DeletionRule?
        /// The name of the reverse relation on the related model.
        public let related: String?
        /// The model whose table contains the relation.
        public let through: (any Model.Type)?

        /// Creates a relation.
        public init(
            _ kind: Kind,
            to target: (any Model.Type)? = nil,
            onDelete: DeletionRule? = nil,
            related: String? = nil,
            through: (any Model.Type)? = nil
        ) {
            self.kind = kind
            self.target = target
            self.onDelete = onDelete
            self.related = related
            self.through = through
        }
    }
}
