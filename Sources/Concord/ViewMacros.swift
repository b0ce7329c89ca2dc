import ConcordCore

/// Makes a struct a path: its wrapped properties are the inputs of every operation, its methods are the operations.
@attached(extension, conformances: View, names: named(routes), arbitrary)
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro View(
    _ path: String,
    _ traits: ViewTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct a webhook: requests that the server sends. It is in the document alone.
@attached(extension, conformances: View, names: named(routes), arbitrary)
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro Webhook(
    _ name: String,
    _ traits: ViewTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct in a view a callback: requests that the server sends because of another, which names it under
/// `.callbacks`. It is in the document alone.
///
/// The name is the key in the document, the expression says where the requests go: `{$request.body#/callbackURL}`.
@attached(extension, conformances: View, names: named(routes), arbitrary)
@attached(member, names: named(init), named(_Codecs), named(_rules))
public macro Callback(
    _ name: String,
    _ expression: String,
    _ traits: ViewTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Puts views under a prefix: `@Include("/v2") enum V2 { static let views: [any View.Type] = […] }`, listed as `V2.self`.
///
/// As a struct it may have `@Path` properties, which all of the paths share; a view that needs their values has a property
/// of the struct's type.
@attached(extension, conformances: View, _Core.Input, names: named(routes), named(init), named(_Rules))
@attached(member, names: named(init), named(_Rules))
public macro Include(
    _ prefix: String,
    _ traits: IncludeTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a method of a view the operation for GET; its comment is the summary, then the description.
@attached(peer)
public macro GET(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for GET; its comment is the summary, then the description.
@attached(peer)
public macro GET(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for PUT; its comment is the summary, then the description.
@attached(peer)
public macro PUT(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for PUT; its comment is the summary, then the description.
@attached(peer)
public macro PUT(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for POST; its comment is the summary, then the description.
@attached(peer)
public macro POST(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for POST; its comment is the summary, then the description.
@attached(peer)
public macro POST(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for DELETE; its comment is the summary, then the description.
@attached(peer)
public macro DELETE(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for DELETE; its comment is the summary, then the description.
@attached(peer)
public macro DELETE(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for OPTIONS; its comment is the summary, then the description.
@attached(peer)
public macro OPTIONS(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for OPTIONS; its comment is the summary, then the description.
@attached(peer)
public macro OPTIONS(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for HEAD; its comment is the summary, then the description.
@attached(peer)
public macro HEAD(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for HEAD; its comment is the summary, then the description.
@attached(peer)
public macro HEAD(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for PATCH; its comment is the summary, then the description.
@attached(peer)
public macro PATCH(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for PATCH; its comment is the summary, then the description.
@attached(peer)
public macro PATCH(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for TRACE; its comment is the summary, then the description.
@attached(peer)
public macro TRACE(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for TRACE; its comment is the summary, then the description.
@attached(peer)
public macro TRACE(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for QUERY; its comment is the summary, then the description.
@attached(peer)
public macro QUERY(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for QUERY; its comment is the summary, then the description.
@attached(peer)
public macro QUERY(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for any method of HTTP: `@Operation("COPY", "copyPets")`.
@attached(peer)
public macro Operation(
    _ method: String,
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for any method of HTTP: `@Operation("COPY", "copyPets")`.
@attached(peer)
public macro Operation(
    _ method: String,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a struct of one wrapped property a reusable parameter.
@attached(extension, conformances: _Core.Input, names: named(init), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro Parameter(
    _ name: String? = nil
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct of one `@Body` property a reusable body, or an enum a body whose schema depends on its media type.
@attached(extension, conformances: _Core.Input, names: named(init), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro RequestBody(
    _ name: String,
    _ traits: RequestBodyTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct of one `@Body` property a reusable body, or an enum a body whose schema depends on its media type.
@attached(extension, conformances: _Core.Input, names: named(init), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro RequestBody(
    _ traits: RequestBodyTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// States the media types of a case of a `@RequestBody` enum.
@attached(peer)
public macro Content(
    _ traits: BodyTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view set one more operation: at `/stations/{id}/archive` where it is about one object, at
/// `/stations/archive` where it is not.
@attached(peer)
public macro Action(
    _ method: HTTPRequest.Method,
    _ operationID: String? = nil,
    detail: Bool,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")
