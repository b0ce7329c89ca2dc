import ConcordCore
import ConcordDatabase

/// Makes a struct a view of a path. Its wrapped properties are inputs of every operation, and its methods are the
/// operations.
@attached(extension, conformances: View, _Core.CreatingOnly, names: named(routes), arbitrary)
@attached(member, names: named(routes), named(Serializer), named(init), named(_Codecs), named(_rules), named(_Rules))
public macro View(
    _ path: String,
    _ traits: ViewTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct a webhook: requests that the server sends. It appears only in the document.
@attached(extension, conformances: View, names: named(routes), arbitrary)
@attached(member, names: named(routes), named(init), named(_Codecs), named(_rules), named(_Rules))
public macro Webhook(
    _ name: String,
    _ traits: ViewTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct in a view a callback: requests that the server sends as a result of an operation that lists it in
/// `.callbacks`. It appears only in the document.
///
/// The name is the key in the document, and the expression is the URL of the requests: `{$request.body#/callbackURL}`.
@attached(extension, conformances: View, names: named(routes), arbitrary)
@attached(member, names: named(routes), named(init), named(_Codecs), named(_rules))
public macro Callback(
    _ name: String,
    _ expression: String,
    _ traits: ViewTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Gives views a prefix: `@Include("/v2") enum V2 { static let views: [any View.Type] = […] }`, listed as `V2.self`.
///
/// A struct can have `@Path` properties, which all of its paths share. A view that needs their values has a property
/// with the struct's type.
@attached(extension, conformances: View, _Core.Input, names: named(routes), named(init), named(_Rules))
@attached(member, names: named(routes), named(init), named(_Rules))
public macro Include(
    _ prefix: String,
    _ traits: IncludeTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a method of a view the operation for GET, with an operation ID. `nil` omits the ID.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro GET(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for GET. Its ID combines the names of the method and the view.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro GET(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for PUT, with an operation ID. `nil` omits the ID.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro PUT(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for PUT. Its ID combines the names of the method and the view.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro PUT(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for POST, with an operation ID. `nil` omits the ID.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro POST(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for POST. Its ID combines the names of the method and the view.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro POST(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for DELETE, with an operation ID. `nil` omits the ID.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro DELETE(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for DELETE. Its ID combines the names of the method and the view.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro DELETE(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for OPTIONS, with an operation ID. `nil` omits the ID.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro OPTIONS(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for OPTIONS. Its ID combines the names of the method and the view.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro OPTIONS(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for HEAD, with an operation ID. `nil` omits the ID.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro HEAD(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for HEAD. Its ID combines the names of the method and the view.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro HEAD(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for PATCH, with an operation ID. `nil` omits the ID.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro PATCH(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for PATCH. Its ID combines the names of the method and the view.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro PATCH(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for TRACE, with an operation ID. `nil` omits the ID.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro TRACE(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for TRACE. Its ID combines the names of the method and the view.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro TRACE(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for QUERY, with an operation ID. `nil` omits the ID.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro QUERY(
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for QUERY. Its ID combines the names of the method and the view.
///
/// The comment of the method is the summary, followed by the description.
@attached(peer)
public macro QUERY(
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for any HTTP method, with an operation ID: `@Operation("COPY", "copyPets")`.
/// `nil` omits the ID.
@attached(peer)
public macro Operation(
    _ method: String,
    _ operationID: String?,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view the operation for any HTTP method: `@Operation("COPY")`. The operation ID combines the
/// names of the method and the view.
@attached(peer)
public macro Operation(
    _ method: String,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a struct with one wrapped property a reusable parameter.
@attached(extension, conformances: _Core.Input, names: named(init), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro Parameter(
    _ name: String? = nil
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct with one `@Body` property a reusable body, or an enum a body whose schema depends on its media type.
/// The name is the key in the document.
@attached(extension, conformances: _Core.Input, names: named(init), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro RequestBody(
    _ name: String,
    _ traits: RequestBodyTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct with one `@Body` property a reusable body, or an enum a body whose schema depends on its media type.
/// The key in the document is the name of the type.
@attached(extension, conformances: _Core.Input, names: named(init), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro RequestBody(
    _ traits: RequestBodyTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Specifies the media types of a case of a `@RequestBody` enum.
@attached(peer)
public macro Content(
    _ traits: BodyTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a method of a view set an additional operation: at `/stations/{id}/archive` if it applies to one object, and
/// at `/stations/archive` otherwise.
@attached(peer)
public macro Action(
    _ method: HTTPRequest.Method,
    _ operationID: String? = nil,
    detail: Bool,
    _ traits: OperationTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")
