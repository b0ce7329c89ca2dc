import ConcordCore

/// Makes an enum an API: what is served together and has one document.
///
/// The enum lists its views, in the order of the document's paths, and may hold `contact`, `license`, `servers`, `tags`,
/// `authentication`, `settings`, `webhooks` and `components`.
@attached(extension, conformances: API, names: named(defaultAuthentication))
@attached(member)
public macro API(
    title: String? = nil,
    version: String? = nil,
    _ traits: APITrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Adds to the node of the declaration it stands on what no other attribute has a word for, as YAML.
@attached(peer)
public macro OpenAPI(
    _ yaml: String
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a struct a way to sign in: an entry of `components.securitySchemes`, and a type whose values are requirements.
@attached(extension, conformances: SecurityScheme, Authentication, names: named(Credential), named(name), named(source))
@attached(member, names: named(scopes), named(init))
public macro SecurityScheme(
    _ name: String,
    _ scheme: SecuritySchemeDescription,
    _ traits: SecuritySchemeTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct a way to sign in: an entry of `components.securitySchemes`, and a type whose values are requirements.
@attached(extension, conformances: SecurityScheme, Authentication, names: named(Credential), named(name), named(source))
@attached(member, names: named(scopes), named(init))
public macro SecurityScheme(
    _ scheme: SecuritySchemeDescription,
    _ traits: SecuritySchemeTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")
