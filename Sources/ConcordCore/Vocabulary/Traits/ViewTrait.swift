/// Traits of a path, webhook, or callback, in `@View`, `@Webhook`, and `@Callback`.
public struct ViewTrait: Sendable {
    /// Sets the tags of operations that have none.
    public static func tags(_ names: String?...) -> ViewTrait { ViewTrait() }
    /// Sets the `summary` of the path.
    public static func summary(_ text: String?) -> ViewTrait { ViewTrait() }
    /// Sets the `description` of the path, unless a doc comment provides it.
    public static func description(_ text: String?) -> ViewTrait { ViewTrait() }
    /// Sets the servers of the path.
    public static func servers(_ servers: Server...) -> ViewTrait { ViewTrait() }
    /// Lists names in the path for which the document declares no parameter.
    public static func undeclared(_ names: String...) -> ViewTrait { ViewTrait() }
    /// Sets the style of the inputs' wire names.
    public static func keys(_ style: KeyStyle) -> ViewTrait { ViewTrait() }
    /// Sets a reference to the path item of another document.
    public static func ref(_ reference: String) -> ViewTrait { ViewTrait() }
    /// Sets the base of derived operation IDs. `nil` omits the view from the document.
    public static func schema(_ schema: AutoSchema?) -> ViewTrait { ViewTrait() }
}

/// Traits of a group of views, in `@Include`.
public struct IncludeTrait: Sendable {
    /// Sets the tags of views that have none.
    public static func tags(_ names: String...) -> IncludeTrait { IncludeTrait() }
}
