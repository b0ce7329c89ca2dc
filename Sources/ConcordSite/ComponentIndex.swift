import ConcordOpenAPI

/// Resolves the references of a document.
struct ComponentIndex: Sendable {
    /// The schema components, in document order.
    let schemas: ObjectMap<Schema>
    let resolver: ReferenceResolver

    init(_ document: Document) {
        schemas = document.components?.schemas ?? ObjectMap()
        resolver = ReferenceResolver(document)
    }

    /// Returns the target of an object that is a reference, or the object itself.
    func resolved<Object: OpenAPIObject>(_ object: Object) -> Object { resolver.resolved(object) }
}
