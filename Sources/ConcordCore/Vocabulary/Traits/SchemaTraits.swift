/// The traits of any schema: the keywords of JSON Schema, with the same names.
///
/// This page documents every trait. Each attribute has its own type of traits, such as ``FieldTrait``,
/// ``ParameterTrait``, and ``SerializerTrait``, so a trait in the wrong place doesn't compile. `nil` omits a keyword
/// from the document, even if the declaration implies it: `.format(nil)`.
public protocol SchemaTraits: Sendable {
    /// Creates a trait. Its arguments are read from the source.
    init()
}

extension SchemaTraits {
    /// Sets the `type`, unless the Swift type implies it. `nil` omits it.
    ///
    /// JSON Schema Validation, section 6.1.1.
    public static func type(_ name: SchemaTrait.SchemaType?) -> Self { Self() }

    /// Sets the `format` of a string or number: a registered name, or any string.
    ///
    /// JSON Schema Validation, section 7.
    public static func format(_ name: SchemaTrait.SchemaFormat?) -> Self { Self() }

    /// Sets the encoding of bytes in a string.
    ///
    /// JSON Schema Validation, section 8.3.
    public static func contentEncoding(_ name: SchemaTrait.ContentEncoding?) -> Self { Self() }

    /// Sets the media type of the content of a string.
    ///
    /// JSON Schema Validation, section 8.4.
    public static func contentMediaType(_ text: String?) -> Self { Self() }

    /// Requires the number to be a multiple of this one. The comparison is exact.
    ///
    /// JSON Schema Validation, section 6.2.1.
    public static func multipleOf(_ number: Number?) -> Self { Self() }

    /// Requires the number to be at least this value.
    ///
    /// JSON Schema Validation, section 6.2.4.
    public static func minimum(_ number: Number?) -> Self { Self() }

    /// Requires the number to be at most this value.
    ///
    /// JSON Schema Validation, section 6.2.2.
    public static func maximum(_ number: Number?) -> Self { Self() }

    /// Requires the number to be greater than this value.
    ///
    /// JSON Schema Validation, section 6.2.5.
    public static func exclusiveMinimum(_ number: Number?) -> Self { Self() }

    /// Requires the number to be less than this value.
    ///
    /// JSON Schema Validation, section 6.2.3.
    public static func exclusiveMaximum(_ number: Number?) -> Self { Self() }

    /// Requires the string to have at least this many characters, counted as Unicode scalars.
    ///
    /// JSON Schema Validation, section 6.3.2.
    public static func minLength(_ count: Int?) -> Self { Self() }

    /// Requires the string to have at most this many characters, counted as Unicode scalars.
    ///
    /// JSON Schema Validation, section 6.3.1.
    public static func maxLength(_ count: Int?) -> Self { Self() }

    /// Requires the string to match a regular expression (ECMA-262), which is not anchored.
    ///
    /// JSON Schema Validation, section 6.3.3.
    public static func pattern(_ text: String?) -> Self { Self() }

    /// Requires the array to have at least this many elements.
    ///
    /// JSON Schema Validation, section 6.4.2.
    public static func minItems(_ count: Int?) -> Self { Self() }

    /// Requires the array to have at most this many elements.
    ///
    /// JSON Schema Validation, section 6.4.1.
    public static func maxItems(_ count: Int?) -> Self { Self() }

    /// Requires the elements of the array to be unique.
    ///
    /// JSON Schema Validation, section 6.4.3.
    public static var uniqueItems: Self { Self() }

    /// Sets `uniqueItems` explicitly. `nil` omits it.
    public static func uniqueItems(_ flag: Bool?) -> Self { Self() }

    /// Requires the object to have at least this many properties.
    ///
    /// JSON Schema Validation, section 6.5.2.
    public static func minProperties(_ count: Int?) -> Self { Self() }

    /// Requires the object to have at most this many properties.
    ///
    /// JSON Schema Validation, section 6.5.1.
    public static func maxProperties(_ count: Int?) -> Self { Self() }

    /// Applies traits to the elements of the array.
    ///
    /// JSON Schema Core, section 10.3.1.2.
    public static func items(_ traits: SchemaTrait...) -> Self { Self() }

    /// Sets `items` to `true`, which accepts any element, or `false`, which accepts none.
    public static func items(_ flag: Bool) -> Self { Self() }

    /// Omits `items`: `.items(nil)`.
    public static func items(_ silent: Never?) -> Self { Self() }

    /// Applies traits to the values of undeclared properties.
    ///
    /// JSON Schema Core, section 10.3.2.3.
    public static func additionalProperties(_ traits: SchemaTrait...) -> Self { Self() }

    /// Sets `additionalProperties` to `true`, which accepts any property, or `false`, which accepts none.
    public static func additionalProperties(_ flag: Bool) -> Self { Self() }

    /// Omits `additionalProperties`: `.additionalProperties(nil)`.
    public static func additionalProperties(_ silent: Never?) -> Self { Self() }

    /// Applies traits to the names of the object's properties.
    ///
    /// JSON Schema Core, section 10.3.2.4.
    public static func propertyNames(_ traits: SchemaTrait...) -> Self { Self() }

    /// Omits `propertyNames`: `.propertyNames(nil)`.
    public static func propertyNames(_ silent: Never?) -> Self { Self() }

    /// Sets the schemas of the first elements of the array, in order.
    ///
    /// JSON Schema Core, section 10.3.1.1.
    public static func prefixItems(_ schemas: Schema...) -> Self { Self() }

    /// Requires the value to match all of these schemas.
    ///
    /// JSON Schema Core, section 10.2.1.1.
    public static func allOf(_ schemas: Schema...) -> Self { Self() }

    /// Requires the value to match at least one of these schemas.
    ///
    /// JSON Schema Core, section 10.2.1.2.
    public static func anyOf(_ schemas: Schema...) -> Self { Self() }

    /// Requires the value to match exactly one of these schemas.
    ///
    /// JSON Schema Core, section 10.2.1.3.
    public static func oneOf(_ schemas: Schema...) -> Self { Self() }

    /// Sets the required properties of a schema that declares no properties itself.
    ///
    /// JSON Schema Validation, section 6.5.3.
    public static func requires(_ names: String...) -> Self { Self() }

    /// Requires the value to be one of these.
    ///
    /// JSON Schema Validation, section 6.1.2.
    public static func `enum`(_ values: JSON...) -> Self { Self() }

    /// Sets the `default`, unless it is the initial value. `nil` omits it.
    ///
    /// JSON Schema Validation, section 9.2.
    public static func `default`(_ value: JSON?) -> Self { Self() }

    /// Makes the property or parameter required, even if its declaration doesn't imply it.
    ///
    /// JSON Schema Validation, section 6.5.3.
    public static var required: Self { Self() }

    /// Sets `required` explicitly. `nil` omits it.
    public static func required(_ flag: Bool?) -> Self { Self() }

    /// Limits the property to responses. Requests can contain it, but its value is ignored.
    ///
    /// JSON Schema Validation, section 9.4.
    public static var readOnly: Self { Self() }

    /// Sets `readOnly` explicitly. `nil` omits it.
    public static func readOnly(_ flag: Bool?) -> Self { Self() }

    /// Limits the property to requests.
    ///
    /// JSON Schema Validation, section 9.4.
    public static var writeOnly: Self { Self() }

    /// Sets `writeOnly` explicitly. `nil` omits it.
    public static func writeOnly(_ flag: Bool?) -> Self { Self() }

    /// Tells clients to stop using the property, parameter, or schema.
    ///
    /// JSON Schema Validation, section 9.3.
    public static var deprecated: Self { Self() }

    /// Sets `deprecated` explicitly. `nil` omits it.
    public static func deprecated(_ flag: Bool?) -> Self { Self() }

    /// Sets the `title`.
    ///
    /// JSON Schema Validation, section 9.1.
    public static func title(_ text: String?) -> Self { Self() }

    /// Sets the `description`, unless a doc comment provides it. `nil` omits it.
    ///
    /// JSON Schema Validation, section 9.1.
    public static func description(_ text: String?) -> Self { Self() }

    /// Sets the `example` of OpenAPI 3.0.
    ///
    /// OpenAPI 3.0, Schema Object.
    public static func example(_ value: JSON?) -> Self { Self() }

    /// Links to a page with further documentation.
    ///
    /// OpenAPI, External Documentation Object.
    public static func externalDocs(_ value: ExternalDocs?) -> Self { Self() }

    /// Sets the XML representation of the value.
    ///
    /// OpenAPI, XML Object.
    public static func xml(_ value: XML?) -> Self { Self() }

    /// Sets the notation for a value that may be null.
    public static func null(_ value: SchemaTrait.NullStyle?) -> Self { Self() }

    /// Sets the place of keywords beside a reference, or the reference itself.
    public static func ref(_ value: SchemaTrait.ReferenceStyle?) -> Self { Self() }
}
