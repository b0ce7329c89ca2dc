/// Traits of a schema on its own, in `.items(…)`, `Schema(…)`, and `@Schema`.
public struct SchemaTrait: ExemplifiedTraits {
    /// Creates a trait. Its arguments are read from the source.
    public init() {}

    /// Adds YAML to the schema, for keys that no other trait sets.
    public static func openAPI(_ yaml: String) -> SchemaTrait { SchemaTrait() }
}

/// The traits of a schema whose examples are values.
public protocol ExemplifiedTraits: SchemaTraits {}

extension ExemplifiedTraits {
    /// Sets the `examples`.
    ///
    /// JSON Schema Validation, section 9.5.
    public static func examples(_ values: JSON...) -> Self { Self() }
}

/// A schema with traits, for keywords that take several schemas: `.anyOf(Schema(.minLength(1)),
/// Schema(.pattern("x")))`.
public struct Schema: Sendable {
    /// Creates a schema with these traits.
    public init(_ traits: SchemaTrait...) {}
}
