/// Traits of a serializer, in `@Serializer`.
public struct SerializerTrait: ExemplifiedTraits {
    /// Creates a trait. Its arguments are read from the source.
    public init() {}

    /// Sets the style of the properties' wire names.
    public static func keys(_ style: KeyStyle) -> SerializerTrait { SerializerTrait() }
    /// Sets the keyword for the branches of a union.
    public static func union(_ keyword: SchemaTrait.UnionKeyword) -> SerializerTrait { SerializerTrait() }
    /// Sets the place of a composed schema's own properties.
    public static func properties(_ place: SchemaTrait.PropertiesPlace) -> SerializerTrait { SerializerTrait() }
    /// Sets the property that determines the branch of a union (OpenAPI, Discriminator Object).
    public static func discriminator(_ property: String) -> SerializerTrait { SerializerTrait() }
    /// Sets the branch for each value of the discriminator. `nil` omits the mapping.
    public static func mapping(_ mapping: SchemaTrait.DiscriminatorMapping?) -> SerializerTrait { SerializerTrait() }
    /// Sets the branch for values that the mapping doesn't contain (OpenAPI 3.2).
    public static func defaultMapping(_ branch: String) -> SerializerTrait { SerializerTrait() }
    /// Adds required properties that the struct doesn't declare.
    public static func required(_ names: String...) -> SerializerTrait { SerializerTrait() }
}
