/// The short forms that a scaffold uses. Each is used only if the result represents exactly the same document.
public struct ScaffoldStyle: Hashable, Sendable {
    /// Whether resources that are listed and retrieved by key become models, with model serializers for their schemas.
    public var usesModels = true
    /// Whether generic views and view sets derive the operations on models. Has an effect only if ``usesModels`` is
    /// `true`.
    public var usesGenericViews = false
    /// The names of the component schemas that become plain serializers in any case. A merge sets the names of those
    /// that are plain serializers in the existing code.
    public var plainSchemas: Set<String> = []

    /// Creates a style with the forms that a developer would write by hand.
    public init() {}

    /// A style that states each schema and each operation explicitly.
    public static var explicit: ScaffoldStyle {
        var style = ScaffoldStyle()
        style.usesModels = false
        return style
    }
}
