import ConcordCore

/// Makes an enum an API: a set of views with one document, which are served together.
///
/// The enum lists its views in the order of the document's paths. It can also declare `contact`, `license`, `servers`,
/// `tags`, `authentication`, `settings`, `webhooks`, and `components`.
@attached(extension, conformances: API, names: named(defaultAuthentication))
@attached(member)
public macro API(
    title: String? = nil,
    version: String? = nil,
    _ traits: APITrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Merges YAML into the node of the declaration, for keys that no other attribute sets.
@attached(peer)
public macro OpenAPI(
    _ yaml: String
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a struct a security scheme with a name: an entry of `components.securitySchemes`, and a type whose values are
/// requirements.
@attached(extension, conformances: SecurityScheme, Authentication, names: named(Credential), named(name), named(source))
@attached(member, names: named(scopes), named(init))
public macro SecurityScheme(
    _ name: String,
    _ scheme: SecuritySchemeDescription,
    _ traits: SecuritySchemeTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct a security scheme, which has the name of the type: an entry of `components.securitySchemes`, and a
/// type whose values are requirements.
@attached(extension, conformances: SecurityScheme, Authentication, names: named(Credential), named(name), named(source))
@attached(member, names: named(scopes), named(init))
public macro SecurityScheme(
    _ scheme: SecuritySchemeDescription,
    _ traits: SecuritySchemeTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")
