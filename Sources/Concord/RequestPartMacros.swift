import ConcordCore

/// Makes the wrapped properties of a filter inputs of the list operations that use it.
@attached(extension, conformances: RequestPart, names: named(bound), named(init), named(_Rules))
@attached(member, names: named(bound), named(init), named(_Rules))
public macro Filter(
    _ traits: RequestPartTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes the wrapped properties of a pagination inputs of the list operations that use it.
@attached(extension, conformances: RequestPart, names: named(bound), named(init), named(_Rules))
@attached(member, names: named(bound), named(init), named(_Rules))
public macro Pagination(
    _ traits: RequestPartTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes the wrapped properties of a permission inputs of the operations that require it.
@attached(extension, conformances: RequestPart, names: named(bound), named(init), named(_Rules))
@attached(member, names: named(bound), named(init), named(_Rules))
public macro Permission(
    _ traits: RequestPartTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes the wrapped properties of a throttle inputs of the operations that it limits.
@attached(extension, conformances: RequestPart, names: named(bound), named(init), named(_Rules))
@attached(member, names: named(bound), named(init), named(_Rules))
public macro Throttle(
    _ traits: RequestPartTrait...
) = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")

/// Makes a struct of wrapped properties a group of inputs that several operations share: `var paging: Paging` in a
/// view.
@attached(extension, conformances: _Core.Input, names: named(init), named(_Rules))
@attached(member, names: named(init), named(_Rules))
public macro Group() = #externalMacro(module: "ConcordMacros", type: "DeclarationMacro")
