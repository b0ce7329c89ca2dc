/// Traits of a path, a webhook or a callback: in `@View`, `@Webhook`, `@Callback`.
public struct ViewTrait: Sendable {
    /// Names the tags of operations that state none.
    public static func tags(_ names: String?...) -> ViewTrait { ViewTrait() }
    /// States the `summary` of the path.
    public static func summary(_ text: String?) -> ViewTrait { ViewTrait() }
    /// States the `description` of the path, where a doc comment does not already say it.
    public static func description(_ text: String?) -> ViewTrait { ViewTrait() }
    /// States the servers of the path.
    public static func servers(_ servers: Server...) -> ViewTrait { ViewTrait() }
    /// Names parts of the path that the document declares no parameter for.
    public static func undeclared(_ names: String...) -> ViewTrait { ViewTrait() }
    /// States how the wire spells the names of inputs.
    public static func keys(_ style: KeyStyle) -> ViewTrait { ViewTrait() }
    /// Refers to the path item of another document.
    public static func ref(_ reference: String) -> ViewTrait { ViewTrait() }
    /// States what derived operation ids are made of; `nil` leaves the view out of the document.
    public static func schema(_ schema: AutoSchema?) -> ViewTrait { ViewTrait() }
}

/// Traits of a group of views: in `@Include`.
public struct IncludeTrait: Sendable {
    /// Names the tags of views that state none.
    public static func tags(_ names: String...) -> IncludeTrait { IncludeTrait() }
}
