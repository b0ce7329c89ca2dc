/// Traits of a field: in `@Field`, on a property of a model or a serializer.
public struct FieldTrait: ExemplifiedTraits {
    /// Creates a trait; what it says is read from the source.
    public init() {}

    // MARK: The column of a model's field

    /// The field is the primary key.
    public static var primaryKey: FieldTrait { FieldTrait() }
    /// States whether the field is the primary key.
    public static func primaryKey(_ flag: Bool) -> FieldTrait { FieldTrait() }
    /// No two objects have the same value.
    public static var unique: FieldTrait { FieldTrait() }
    /// States whether values are unique.
    public static func unique(_ flag: Bool) -> FieldTrait { FieldTrait() }
    /// The database keeps an index of the field.
    public static var index: FieldTrait { FieldTrait() }
    /// States whether the database keeps an index of the field.
    public static func index(_ flag: Bool) -> FieldTrait { FieldTrait() }
    /// States the name of the column, where it is not the field's name on the wire.
    public static func column(_ name: String) -> FieldTrait { FieldTrait() }
    /// The app sets the field to the time when an object is created, or whenever it is saved.
    public static func setOn(_ moment: FieldTrait.SetMoment) -> FieldTrait { FieldTrait() }
    /// The greatest number of digits, those behind the point included.
    public static func maxDigits(_ count: Int) -> FieldTrait { FieldTrait() }
    /// The greatest number of digits behind the point.
    public static func decimalPlaces(_ count: Int) -> FieldTrait { FieldTrait() }

    // MARK: A serializer's field

    /// The field of the model, or of a related model, that the value comes from.
    public static func source(_ path: AnyKeyPath) -> FieldTrait { FieldTrait() }

    // MARK: A part of a form

    /// The media types of the part (OpenAPI, Encoding Object).
    public static func contentType(_ types: MediaType...) -> FieldTrait { FieldTrait() }
    /// How a part of a URL-encoded form is written (OpenAPI, Encoding Object).
    public static func style(_ style: ParameterStyle) -> FieldTrait { FieldTrait() }
    /// Each element or property is a part of its own.
    public static var explode: FieldTrait { FieldTrait() }
    /// States whether each element or property is a part of its own.
    public static func explode(_ flag: Bool) -> FieldTrait { FieldTrait() }
    /// Reserved characters of a URL stand as they are.
    public static var allowReserved: FieldTrait { FieldTrait() }
    /// States whether reserved characters of a URL stand as they are.
    public static func allowReserved(_ flag: Bool) -> FieldTrait { FieldTrait() }
}
