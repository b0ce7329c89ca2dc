/// Traits of a serializer, in `@Serializer`.
public struct SerializerTrait: ExemplifiedTraits {
    /// Creates a trait. Its arguments are read from the source.
    public init() {}

    /// States the style of the properties' wire names.
    public static func keys(_ style: KeyStyle) -> SerializerTrait { SerializerTrait() }
    /// States the keyword for the branches of a union.
    public static func union(_ keyword: SchemaTrait.UnionKeyword) -> SerializerTrait { SerializerTrait() }
    /// States the place of the own properties of a composed schema.
    public static func properties(_ place: SchemaTrait.PropertiesPlace) -> SerializerTrait { SerializerTrait() }
    /// States the property that determines the branch of a union (OpenAPI, Discriminator Object).
    public static func discriminator(_ property: String) -> SerializerTrait { SerializerTrait() }
    /// States the branch for each value of the discriminator. `nil` omits the mapping.
    public static func mapping(_ mapping: SchemaTrait.DiscriminatorMapping?) -> SerializerTrait { SerializerTrait() }
    /// States the branch for values that the mapping doesn't contain (OpenAPI 3.2).
    public static func defaultMapping(_ branch: String) -> SerializerTrait { SerializerTrait() }
    /// States required properties that the struct doesn't declare.
    public static func required(_ names: String...) -> SerializerTrait { SerializerTrait() }
}
