import ConcordCore

/// Declares a response of an operation with a type and a description: `@Response(404, Problem.self, "No such pet.")`.
@attached(peer)
public macro Response(
    _ status: StatusKey,
    _ type: Any.Type,
    _ text: String,
    _ traits: ResponseTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Declares a response of an operation with a type. Its description is the reason phrase of the status, or the doc
/// comment of a `@Response` type.
@attached(peer)
public macro Response(
    _ status: StatusKey,
    _ type: Any.Type,
    _ traits: ResponseTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Describes the main response of an operation, which has the same status: `@Response(200, "The pets.")`. With another
/// status, it declares a response without content.
@attached(peer)
public macro Response(
    _ status: StatusKey,
    _ text: String,
    _ traits: ResponseTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Adds traits to the main response of an operation, which has the same status: `@Response(200, .content(.xml))`. With
/// another status, it declares a response without content.
@attached(peer)
public macro Response(
    _ status: StatusKey,
    _ traits: ResponseTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a struct a response with a name in the document. Its `@Header` properties are the headers, and its `@Body`
/// property is the content.
@attached(extension, conformances: ResponseValue, Error, names: named(response), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro Response(
    _ name: String,
    _ traits: ResponseTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct a response, which has the name of the type. Its `@Header` properties are the headers, and its `@Body`
/// property is the content.
@attached(extension, conformances: ResponseValue, Error, names: named(response), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro Response(
    _ traits: ResponseTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes an enum the result of an operation with several successful responses. Each case has a `@Status` attribute.
@attached(extension, conformances: ResponseValue, Error, names: named(response), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro Responses() = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Specifies the status and the media types of a case of a `@Responses` enum.
@attached(peer)
public macro Status(
    _ status: StatusKey,
    _ traits: BodyTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a struct with a `rawValue` a reusable response header with a name in the document.
@attached(
    extension, conformances: WireValue, _Core.RawWireValue, names: named(init), named(write), named(writeProperties),
    named(check), named(placeholder), named(shape), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro ResponseHeader(
    _ name: String,
    _ traits: ParameterTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct with a `rawValue` a reusable response header, which has the name of the type.
@attached(
    extension, conformances: WireValue, _Core.RawWireValue, names: named(init), named(write), named(writeProperties),
    named(check), named(placeholder), named(shape), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro ResponseHeader(
    _ traits: ParameterTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")
