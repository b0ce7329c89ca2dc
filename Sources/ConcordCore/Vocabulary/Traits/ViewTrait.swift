/// Traits of a path, webhook, or callback, in `@View`, `@Webhook`, and `@Callback`.
public struct ViewTrait: Sendable {
    /// States the tags of operations that state none.
    public static func tags(_ names: String?...) -> ViewTrait { ViewTrait() }
    /// States the `summary` of the path.
    public static func summary(_ text: String?) -> ViewTrait { ViewTrait() }
    /// States the `description` of the path, unless a doc comment states it.
    public static func description(_ text: String?) -> ViewTrait { ViewTrait() }
    /// States the servers of the path.
    public static func servers(_ servers: Server...) -> ViewTrait { ViewTrait() }
    /// States names in the path that the document declares no parameter for.
    public static func undeclared(_ names: String...) -> ViewTrait { ViewTrait() }
    /// States the style of the inputs' wire names.
    public static func keys(_ style: KeyStyle) -> ViewTrait { ViewTrait() }
    /// States a reference to the path item of another document.
    public static func ref(_ reference: String) -> ViewTrait { ViewTrait() }
    /// States the base of derived operation IDs. `nil` omits the view from the document.
    public static func schema(_ schema: AutoSchema?) -> ViewTrait { ViewTrait() }
}

/// Traits of a group of views, in `@Include`.
public struct IncludeTrait: Sendable {
    /// States the tags of views that state none.
    public static func tags(_ names: String...) -> IncludeTrait { IncludeTrait() }
}
