import ConcordCore

/// Makes a type a schema with a name, whose values are read from requests and written to responses.
///
/// A struct with properties is an object, a struct with a `rawValue` is a scalar that validates its value, an enum with
/// raw values is an `enum`, and an enum with associated values is a `oneOf`.
@attached(
    extension, conformances: _Core.WireObject, WireValue, _Core.RawWireValue, _Core.FormSerializer, Sendable, Error,
    StatusError,
    names: named(init), named(componentName),
    named(StatusValue), named(write), named(writeProperties), named(check), named(placeholder), named(shape),
    named(_parts),
    named(_Rules), named(_Codecs), named(_Names))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules), named(_Names))
public macro Serializer(
    _ name: String,
    _ traits: SerializerTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a type a schema whose values are read from requests and written to responses. Its name is the name of the type
/// without the suffix `Serializer`.
///
/// A struct with properties is an object, a struct with a `rawValue` is a scalar that validates its value, an enum with
/// raw values is an `enum`, and an enum with associated values is a `oneOf`.
@attached(
    extension, conformances: _Core.WireObject, WireValue, _Core.RawWireValue, _Core.FormSerializer, Sendable, Error,
    StatusError,
    names: named(init), named(componentName),
    named(StatusValue), named(write), named(writeProperties), named(check), named(placeholder), named(shape),
    named(_parts),
    named(_Rules), named(_Codecs), named(_Names))
@attached(member, names: named(init), named(_Codecs), named(_rules), named(_Rules), named(_Names))
public macro Serializer(
    _ traits: SerializerTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct a schema with the fields of a model: all of them, or those that the key paths select.
///
/// A property of the struct replaces the model's field of the same name, or adds a field.
@attached(
    extension, conformances: ModelSerializer, _Core.WireObject, WireValue, Sendable, names: named(composition),
    named(componentName), named(init), named(_Rules))
@attached(member, names: named(init), named(instance), named(Model), named(_Codecs), named(_rules), named(_Rules))
public macro Serializer<M: Model>(
    _ name: String? = nil,
    of model: M.Type,
    _ traits: SerializerTrait...,
    fields: PartialKeyPath<M>...,
    exclude: PartialKeyPath<M>...,
    readOnly: PartialKeyPath<M>...,
    writeOnly: PartialKeyPath<M>...,
    optional: PartialKeyPath<M>...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a type alias a component with a name: `@Schema("pet-id") typealias PetID = Int64`.
@attached(peer)
public macro Schema(
    _ name: String,
    _ traits: SchemaTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a type alias a component: `@Schema typealias PetID = Int64`.
@attached(peer)
public macro Schema(
    _ traits: SchemaTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Sets the wire name of a property, and its constraints and examples: `@Field("taken_at", .minLength(1))`. For a
/// property of a model, it also configures the column.
///
/// A computed property of a serializer with this attribute is a field that only responses contain.
@attached(peer)
public macro Field(
    _ name: String,
    _ traits: FieldTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Sets the constraints and examples of a property: `@Field(.minLength(1))`. For a property of a model, it also
/// configures the column.
///
/// A computed property of a serializer with this attribute is a field that only responses contain.
@attached(peer)
public macro Field(
    _ traits: FieldTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a property a branch of `allOf`. Its properties are merged with those of the struct.
@attached(peer)
public macro AllOf() = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a property a union whose properties are merged with those of the struct, with `oneOf`.
@attached(peer)
public macro OneOf() = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a property a union whose properties are merged with those of the struct, with `anyOf`.
@attached(peer)
public macro AnyOf() = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a dictionary collect the properties that the type doesn't declare. The name is not in the document.
@attached(peer)
public macro AdditionalProperties(
    _ name: String,
    _ traits: FieldTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a dictionary collect the properties that the type doesn't declare.
@attached(peer)
public macro AdditionalProperties(
    _ traits: FieldTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")

/// Makes a dictionary collect the properties whose names match a pattern.
@attached(peer)
public macro PatternProperties(
    _ names: String,
    _ traits: FieldTrait...
) = #externalMacro(module: "ConcordMacros", type: "MarkerMacro")
