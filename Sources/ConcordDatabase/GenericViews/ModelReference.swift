public import ConcordCore
import ConcordNames

extension _Core {
    /// The placeholder serializer of a view whose requests and responses contain no objects.
    public protocol ModelReferencing: ModelSerializer {}

    /// A placeholder serializer that provides the model of a view.
    public struct ModelReference<Model: ConcordCore.Model>: ModelReferencing, WireValue {
        // The protocol documents its members.
        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public let instance: Model

        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public init?(_ data: SerializerData<Self>) {
            guard let instance = data.instance else { return nil }
            self.instance = instance
        }

        /// The name of the model with its namespaces, but without its module.
        public static var componentName: String {
            DerivedName.withoutNamespaces(_Core.qualifiedName(of: Model.self))
        }

        // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
        public static var composition: SerializerComposition<Self> { SerializerComposition(fields: []) }
    }

    /// A view that only creates objects. It needs no query set.
    public protocol CreatingOnly: CreateModel {}
}

extension _Core.CreatingOnly {
    /// A query set of all objects, which the view never runs.
    public static var queryset: QuerySet<Serializer.Model> { Serializer.Model.objects.all() }
}

extension DestroyModel where Serializer: _Core.ModelReferencing {
    /// The placeholder serializer, which provides the model.
    public static var serializer: Serializer.Type { Serializer.self }
}
