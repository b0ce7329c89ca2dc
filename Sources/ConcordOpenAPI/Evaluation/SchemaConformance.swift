import ConcordYAML

/// Evaluates values against the schemas of one document.
package struct SchemaConformance {
    private var evaluator: SchemaEvaluator

    /// Creates an evaluation by the schemas of a document.
    ///
    /// - Parameters:
    ///   - document: The document that the schemas are part of.
    ///   - resolver: The document's resolver.
    package init(_ document: Document, resolver: ReferenceResolver) {
        evaluator = SchemaEvaluator(
            resolver: resolver, version: document.version, dialect: document.node["jsonSchemaDialect"])
    }

    /// Returns why a schema rejects a value.
    ///
    /// Read-only and write-only properties may be absent, even if they are required.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - schema: The schema.
    /// - Returns: One sentence for each failure; empty if the schema accepts the value, or if that can't be decided.
    package mutating func failures(of value: Node, in schema: Schema) -> [String] {
        evaluator.judgement(of: value, in: schema.node).failures.map(\.message)
    }
}
