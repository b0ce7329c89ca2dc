/// The keywords of schemas, in the groups that a comparison treats alike.
enum SchemaVocabulary {
    /// What is said to readers only.
    static let forReaders: Set<String> = ["title", "description", "examples", "example", "externalDocs", "$comment"]

    /// Bounds of a count from below.
    static let lowerCounts = ["minLength", "minItems", "minProperties", "minContains"]
    /// Bounds of a count from above.
    static let upperCounts = ["maxLength", "maxItems", "maxProperties", "maxContains"]

    /// What leaves open which values are valid.
    static let annotations = forReaders.union(["summary", "deprecated", "readOnly", "writeOnly", "default"])

    /// Whether a keyword is an annotation or an extension.
    static func isAnnotation(_ key: String) -> Bool { annotations.contains(key) || key.hasPrefix("x-") }
}
