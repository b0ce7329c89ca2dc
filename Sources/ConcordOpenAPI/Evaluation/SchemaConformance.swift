import ConcordYAML

/// Evaluates values against the schemas of a document.
package struct SchemaConformance {
    private var evaluator: SchemaEvaluator

    /// Creates an evaluation with the schemas of a document.
    ///
    /// - Parameters:
    ///   - document: The document that contains the schemas.
    ///   - resolver: The document's resolver.
    package init(_ document: Document, resolver: ReferenceResolver) {
        self.init(document, resolver: resolver, direction: nil)
    }

    /// Creates an evaluation of values in one direction. Only properties that this direction requires must be present.
    init(_ document: Document, resolver: ReferenceResolver, direction: SchemaEvaluator.Direction?) {
        evaluator = SchemaEvaluator(document, resolver, direction: direction)
    }

    /// Returns the reasons why a schema rejects a value.
    ///
    /// Read-only and write-only properties may be absent, even if they are required.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - schema: The schema.
    /// - Returns: One sentence for each failure. The array is empty if the schema accepts the value, or if the result
    ///   is undecided.
    package mutating func failures(of value: Node, in schema: Schema) -> [String] {
        evaluator.judgement(of: value, in: schema.node).failures.map(\.message)
    }

    /// Returns whether a schema definitely accepts a value.
    mutating func accepts(_ value: Node, _ schema: Schema) -> Bool {
        let (failures, doubt) = evaluator.judgement(of: value, in: schema.node)
        return failures.isEmpty && doubt == nil
    }
}
