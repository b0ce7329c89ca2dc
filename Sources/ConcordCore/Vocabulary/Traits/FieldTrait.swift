/// Traits of a field, in `@Field`, for a property of a model or serializer.
public struct FieldTrait: ExemplifiedTraits {
    /// Creates a trait. Its arguments are read from the source.
    public init() {}

    // MARK: The column of a model's field

    /// Makes the field the primary key.
    public static var primaryKey: FieldTrait { FieldTrait() }
    /// Specifies whether the field is the primary key.
    public static func primaryKey(_ flag: Bool) -> FieldTrait { FieldTrait() }
    /// Requires unique values.
    public static var unique: FieldTrait { FieldTrait() }
    /// Specifies whether values are unique.
    public static func unique(_ flag: Bool) -> FieldTrait { FieldTrait() }
    /// Adds an index to the column.
    public static var index: FieldTrait { FieldTrait() }
    /// Specifies whether the column has an index.
    public static func index(_ flag: Bool) -> FieldTrait { FieldTrait() }
    /// Sets the name of the column, if it isn't the field's name in snake case.
    public static func column(_ name: String) -> FieldTrait { FieldTrait() }
    /// Sets the field to the current time when an object is created, or whenever it is saved.
    public static func setOn(_ moment: FieldTrait.SetMoment) -> FieldTrait { FieldTrait() }
    /// Sets the maximum number of digits, including decimal places.
    public static func maxDigits(_ count: Int) -> FieldTrait { FieldTrait() }
    /// Sets the maximum number of decimal places.
    public static func decimalPlaces(_ count: Int) -> FieldTrait { FieldTrait() }

    // MARK: A serializer's field

    /// Selects the field of the model or of a related model that provides the value.
    public static func source(_ path: AnyKeyPath) -> FieldTrait { FieldTrait() }

    // MARK: A part of a form

    /// Sets the media types of the part (OpenAPI, Encoding Object).
    public static func contentType(_ types: MediaType...) -> FieldTrait { FieldTrait() }
    /// Sets the serialization of a part of a URL-encoded form (OpenAPI, Encoding Object).
    public static func style(_ style: ParameterStyle) -> FieldTrait { FieldTrait() }
    /// Makes each element or property a separate part.
    public static var explode: FieldTrait { FieldTrait() }
    /// Specifies whether each element or property is a separate part.
    public static func explode(_ flag: Bool) -> FieldTrait { FieldTrait() }
    /// Leaves the reserved characters of a URL without percent-encoding.
    public static var allowReserved: FieldTrait { FieldTrait() }
    /// Specifies whether reserved characters of a URL are not percent-encoded.
    public static func allowReserved(_ flag: Bool) -> FieldTrait { FieldTrait() }
}
