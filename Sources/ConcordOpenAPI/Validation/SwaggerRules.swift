import ConcordDiagnostics

/// The rules that are reported while a document of Swagger 2.0 is converted to OpenAPI 3.0. The result is then checked
/// with the rules of 3.0.
extension DocumentRule {
    static let swaggerRules = [
        badHost, badLocation, badCollectionFormat, twoBodies, badSecurity, leftOut, renamedComponent,
    ]

    static let badHost = DocumentRule(
        "bad-host", .error, "The host, base path and schemes do not form a URL.",
        reason: "Swagger 2.0 states the parts of a URL separately: '{scheme}://{host}{basePath}'.",
        source: "Swagger 2.0, Swagger Object, host: it \"MUST be the host only and does not include the scheme\"",
        wrong: """
            swagger: '2.0'
            host: https://example.com/api
            """,
        right: """
            swagger: '2.0'
            host: example.com
            basePath: /api
            schemes: [https]
            """)

    static let badLocation = DocumentRule(
        "bad-location", .error, "The location of a Swagger 2.0 parameter is not valid.",
        reason: "Cookie parameters require OpenAPI 3.0.",
        source: "Swagger 2.0, Parameter Object, in: \"query, header, path, formData or body\"",
        wrong: """
            swagger: '2.0'
            paths:
              /pets:
                parameters: [{name: sort, in: querry, type: string}]
            """,
        right: """
            swagger: '2.0'
            paths:
              /pets:
                parameters: [{name: sort, in: query, type: string}]
            """)

    static let badCollectionFormat = DocumentRule(
        "bad-collection-format", .error, "The 'collectionFormat' of a Swagger 2.0 array is not valid.",
        reason:
            "Items are separated by commas (csv), spaces (ssv), tabs (tsv) or bars (pipes), or repeat the parameter (multi).",
        source: "Swagger 2.0, Parameter Object, collectionFormat",
        wrong: """
            swagger: '2.0'
            paths:
              /pets:
                parameters: [{name: tags, in: query, type: array, items: {type: string}, collectionFormat: comma}]
            """,
        right: """
            swagger: '2.0'
            paths:
              /pets:
                parameters: [{name: tags, in: query, type: array, items: {type: string}, collectionFormat: csv}]
            """)

    static let twoBodies = DocumentRule(
        "two-bodies", .error, "An operation of Swagger 2.0 has two bodies, or a body and a form.",
        reason: "A request has one body. It can be a form, but not a form and something else.",
        source: "Swagger 2.0, Parameter Object: \"there can only be one body parameter\"",
        wrong: """
            swagger: '2.0'
            paths:
              /pets:
                post:
                  parameters: [{name: a, in: body, schema: {}}, {name: b, in: body, schema: {}}]
                  responses: {'204': {description: Stored.}}
            """,
        right: """
            swagger: '2.0'
            paths:
              /pets:
                post:
                  parameters: [{name: a, in: body, schema: {}}]
                  responses: {'204': {description: Stored.}}
            """)

    static let badSecurity = DocumentRule(
        "bad-security", .error, "A security definition of Swagger 2.0 has an unknown type or flow.",
        reason: "Bearer tokens require OpenAPI 3.0. In Swagger 2.0, use an apiKey in the Authorization header.",
        source: "Swagger 2.0, Security Scheme Object, type: \"basic, apiKey or oauth2\"",
        wrong: """
            swagger: '2.0'
            securityDefinitions: {token: {type: bearer}}
            """,
        right: """
            swagger: '2.0'
            securityDefinitions: {token: {type: apiKey, name: Authorization, in: header}}
            """)

    static let renamedComponent = DocumentRule(
        "renamed-component", .note, "A component of Swagger 2.0 has a different name in OpenAPI 3.0.",
        reason:
            "Swagger 2.0 allows any name. Concord reads the document as OpenAPI 3.0, which allows fewer characters.",
        source: "OpenAPI 3.0, Components Object: names \"MUST use keys that match the regular expression\"",
        wrong: """
            swagger: '2.0'
            definitions:
              List<Pet>: {type: array, items: {type: string}}
            """,
        right: """
            swagger: '2.0'
            definitions:
              PetList: {type: array, items: {type: string}}
            """)

    static let leftOut = DocumentRule(
        "left-out", .warning, "OpenAPI 3.0 can't express a part of a Swagger 2.0 document.",
        reason: "Concord reads the document as OpenAPI 3.0 without that part.",
        source: "OpenAPI 3.0, Parameter Object, style",
        wrong: """
            swagger: '2.0'
            paths:
              /pets:
                parameters: [{name: tags, in: query, type: array, items: {type: string}, collectionFormat: tsv}]
            """,
        right: """
            swagger: '2.0'
            paths:
              /pets:
                parameters: [{name: tags, in: query, type: array, items: {type: string}, collectionFormat: pipes}]
            """)
}
