import ConcordDiagnostics

/// The rules that are reported while a document is converted to another version of OpenAPI.
extension DocumentRule {
    static let conversionRules = [beginsToCount]

    static let beginsToCount = DocumentRule(
        "begins-to-count", .note, "What stands beside a reference counts since OpenAPI 3.1.",
        reason: """
            In 3.0 a reader passes over what stands beside a '$ref' in a schema, so a title or a description there begins to
            be seen once the document is one of 3.1. It is kept, since it was meant; other keywords are left out.
            """.replacing("\n", with: " "),
        source: "OpenAPI 3.0, Reference Object: \"any properties added SHALL be ignored\"",
        wrong: nil,
        right: """
            openapi: 3.0.4
            components:
              schemas:
                Pet: {type: object}
                Best:
                  description: The best of all.
                  allOf: [{$ref: '#/components/schemas/Pet'}]
            """)
}
