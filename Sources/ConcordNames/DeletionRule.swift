/// The rule for an object when the object that it refers to is deleted.
public enum DeletionRule: Sendable {
    /// The object is deleted too.
    case cascade
    /// The referenced object can't be deleted.
    case protect
    /// The referenced object can't be deleted, unless this object is deleted with it through another relation.
    case restrict
    /// The reference becomes null.
    case setNull
    /// The reference becomes the default of the field.
    case setDefault
    /// The database determines the effect.
    case doNothing
}
