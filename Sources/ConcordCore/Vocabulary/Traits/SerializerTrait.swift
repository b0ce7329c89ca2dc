/// Traits of a serializer: in `@Serializer`.
public struct SerializerTrait: ExemplifiedTraits {
    /// Creates a trait; what it says is read from the source.
    public init() {}

    /// States how the wire spells the names of properties.
    public static func keys(_ style: KeyStyle) -> SerializerTrait { SerializerTrait() }
    /// States the keyword under which the branches of a union stand.
    public static func union(_ keyword: SchemaTrait.UnionKeyword) -> SerializerTrait { SerializerTrait() }
    /// States where a composed schema has its own properties.
    public static func properties(_ place: SchemaTrait.PropertiesPlace) -> SerializerTrait { SerializerTrait() }
    /// Names the property that tells the branches of a union apart (OpenAPI, Discriminator Object).
    public static func discriminator(_ property: String) -> SerializerTrait { SerializerTrait() }
    /// States which branch each value of the discriminator announces; `nil` leaves the mapping out.
    public static func mapping(_ mapping: SchemaTrait.DiscriminatorMapping?) -> SerializerTrait { SerializerTrait() }
    /// States the branch of values that the mapping lacks (OpenAPI 3.2).
    public static func defaultMapping(_ branch: String) -> SerializerTrait { SerializerTrait() }
    /// Names required properties that the struct does not declare.
    public static func required(_ names: String...) -> SerializerTrait { SerializerTrait() }
}
