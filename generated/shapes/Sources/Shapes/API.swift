import Concord

/// Every shape of recursion, of parameter and of body.
@API(title: "Shapes", version: "1.0.0", .openapi("3.1.0"), .responses(.stated))
enum ShapesAPI {
    static let settings = SchemaSettings(null: .anyOf)
    static let views: [any View.Type] = [SimpleDetail.self, Bodies.self]
    static let components: [Any.Type] = [
        Upload.self,
        Tree.self,
        Node.self,
        Other.self,
        Nested.self,
        Maps.self,
        Base.self,
        Derived.self,
        ExpressionSchema.self,
        Sum.self,
        Maybe.self,
        Loose.self,
    ]
}
