/// The keywords of schemas, in groups that a comparison treats in the same way.
enum SchemaVocabulary {
    /// The keywords that are only documentation.
    static let forReaders: Set<String> = ["title", "description", "examples", "example", "externalDocs", "$comment"]

    /// The lower bounds of counts.
    static let lowerCounts = ["minLength", "minItems", "minProperties", "minContains"]
    /// The upper bounds of counts.
    static let upperCounts = ["maxLength", "maxItems", "maxProperties", "maxContains"]

    /// The keywords that don't affect which values are valid.
    static let annotations = forReaders.union(["summary", "deprecated", "readOnly", "writeOnly", "default"])

    /// Returns whether a keyword is an annotation or an extension.
    static func isAnnotation(_ key: String) -> Bool { annotations.contains(key) || key.hasPrefix("x-") }
}
