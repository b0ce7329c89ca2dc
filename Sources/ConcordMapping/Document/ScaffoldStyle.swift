/// Which of the shorter forms a scaffold uses, each only where it states exactly the document that there was.
public struct ScaffoldStyle: Hashable, Sendable {
    /// Whether what is listed and fetched by key is a model, and its schemas are serializers of that.
    public var usesModels = true
    /// Whether generic views and view sets derive the operations on models; only where there are models.
    public var usesGenericViews = false
    /// The components that are plain serializers all the same, by name: those that code to merge into states so.
    public var plainSchemas: Set<String> = []

    /// Uses what a developer would write by hand.
    public init() {}

    /// States each schema and each operation by itself.
    public static var explicit: ScaffoldStyle {
        var style = ScaffoldStyle()
        style.usesModels = false
        return style
    }
}
