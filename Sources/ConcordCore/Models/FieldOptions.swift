extension _Core {
    /// What a model states of a field beyond its type: what a database and a serializer need to know of it.
    public struct FieldOptions: Sendable {
        /// Whether the field is the primary key.
        public var isPrimaryKey: Bool
        /// Whether no two objects have the same value.
        public var isUnique: Bool
        /// Whether the database finds objects by the value fast.
        public var isIndexed: Bool
        /// Whether clients can't set the value.
        public var isReadOnly: Bool
        /// Whether clients never see the value.
        public var isWriteOnly: Bool
        /// When the model itself sets the value to the present moment.
        public var setOn: FieldTrait.SetMoment?
        /// The other model, if the value is a key of it.
        public var relation: _Core.Relation?

        /// States what is not as usual.
        public init(
            isPrimaryKey: Bool = false,
            isUnique: Bool = false,
            isIndexed: Bool = false,
            isReadOnly: Bool = false,
            isWriteOnly: Bool = false,
            setOn: FieldTrait.SetMoment? = nil,
            relation: _Core.Relation? = nil
        ) {
            self.isPrimaryKey = isPrimaryKey
            self.isUnique = isUnique
            self.isIndexed = isIndexed
            self.isReadOnly = isReadOnly
            self.isWriteOnly = isWriteOnly
            self.setOn = setOn
            self.relation = relation
        }
    }
}

extension FieldTrait {
    /// When a model sets a field to the present moment by itself: `@Field(.setOn(.create))`.
    public enum SetMoment: Sendable {
        /// When the object is stored first.
        case create
        /// Each time the object is stored.
        case update
    }
}

extension _Core {
    /// How a field leads to another model: what `@ForeignKey`, `@OneToOne` and `@ManyToMany` state.
    public struct Relation: Sendable {
        /// How many objects may lead to how many.
        public enum Kind: Sendable {
            case foreignKey, oneToOne, manyToMany
        }

        /// How many objects may lead to how many.
        public let kind: Kind
        /// The model that it leads to; nil where the field's type doesn't name it.
        public let target: (any Model.Type)?
        /// What becomes of the object when the one that it leads to is deleted.
        public let onDelete: DeletionRule?
        /// What the other model calls the objects that lead to it.
        public let related: String?
        /// The model of the relation itself.
        public let through: (any Model.Type)?

        /// States the relation.
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

/// What becomes of an object when the one that it leads to is deleted.
public enum DeletionRule: Sendable {
    /// It is deleted, too.
    case cascade
    /// The other one can't be deleted.
    case protect
    /// The other one can't be deleted, unless this one is deleted with it by another relation.
    case restrict
    /// It leads nowhere.
    case setNull
    /// It leads to what the field has as its default.
    case setDefault
    /// The database decides.
    case doNothing
}
