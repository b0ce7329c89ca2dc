import ConcordDiagnostics

/// The rules that are reported while a document is converted to another version of OpenAPI.
extension DocumentRule {
    static let conversionRules = [beginsToCount]

    static let beginsToCount = DocumentRule(
        "begins-to-count", .note, "Keywords beside a reference take effect in OpenAPI 3.1.",
        reason: """
            OpenAPI 3.0 ignores keywords beside a '$ref' in a schema. A title or a description there takes effect in
            OpenAPI 3.1. Concord keeps these two and removes other keywords.
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
