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
        /// The title, if the declaration states one.
        public var title: String?
        /// The first paragraph of the doc comment, or the stated description.
        public var description: String?
        /// The names and the raw values of the cases, if the type is an enum that the model declares.
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
        /// The object is stored for the first time.
        case create
        /// The object is stored.
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
        /// The rule for the object when the related object is deleted.
        public let onDelete: DeletionRule?
        /// The name of the reverse relation on the related model.
        public let related: String?
        /// The model that represents the relation.
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
