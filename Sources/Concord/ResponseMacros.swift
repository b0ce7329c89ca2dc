import ConcordCore

/// Declares a response of an operation: the description of the main response, or the type of another one.
@attached(peer)
public macro Response(
    _ status: StatusKey,
    _ type: Any.Type,
    _ text: String,
    _ traits: ResponseTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Declares a response of an operation: the description of the main response, or the type of another one.
@attached(peer)
public macro Response(
    _ status: StatusKey,
    _ type: Any.Type,
    _ traits: ResponseTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Declares a response of an operation: the description of the main response, or the type of another one.
@attached(peer)
public macro Response(
    _ status: StatusKey,
    _ text: String,
    _ traits: ResponseTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Declares a response of an operation: the description of the main response, or the type of another one.
@attached(peer)
public macro Response(
    _ status: StatusKey,
    _ traits: ResponseTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a struct a response with headers. Its `@Header` properties are the headers, and its `@Body` property is the
/// content.
@attached(extension, conformances: ResponseValue, Error, names: named(response), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro Response(
    _ name: String,
    _ traits: ResponseTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct a response with headers. Its `@Header` properties are the headers, and its `@Body` property is the
/// content.
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

/// Makes a struct with a `rawValue` a reusable response header.
@attached(
    extension, conformances: WireValue, _Core.RawWireValue, names: named(init), named(write), named(writeProperties),
    named(check), named(placeholder), named(shape), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro ResponseHeader(
    _ name: String,
    _ traits: ParameterTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct with a `rawValue` a reusable response header.
@attached(
    extension, conformances: WireValue, _Core.RawWireValue, names: named(init), named(write), named(writeProperties),
    named(check), named(placeholder), named(shape), named(_Rules))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules))
public macro ResponseHeader(
    _ traits: ParameterTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")
