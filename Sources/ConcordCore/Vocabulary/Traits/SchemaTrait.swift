/// Traits of a schema that stands by itself: in `.items(…)`, `Schema(…)`, `@Schema`.
public struct SchemaTrait: ExemplifiedTraits {
    /// Creates a trait; what it says is read from the source.
    public init() {}

    /// Adds YAML to the schema, for what no other trait says.
    public static func openAPI(_ yaml: String) -> SchemaTrait { SchemaTrait() }
}

/// What a schema can state that has its examples as values.
public protocol ExemplifiedTraits: SchemaTraits {}

extension ExemplifiedTraits {
    /// States the `examples`.
    ///
    /// JSON Schema Validation, section 9.5.
    public static func examples(_ values: JSON...) -> Self { Self() }
}

/// A schema with traits, for keywords that take several schemas: `.anyOf(Schema(.minLength(1)), Schema(.pattern("x")))`.
public struct Schema: Sendable {
    /// Creates a schema with these traits.
    public init(_ traits: SchemaTrait...) {}
}
