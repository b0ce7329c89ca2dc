import ConcordOpenAPI

/// Finds what the document's references lead to.
struct ComponentIndex: Sendable {
    /// In the order of the document.
    let schemas: ObjectMap<Schema>
    let resolver: ReferenceResolver

    init(_ document: Document) {
        schemas = document.components?.schemas ?? ObjectMap()
        resolver = ReferenceResolver(document)
    }

    /// The object itself, or the one that it refers to; itself, too, where it refers to none.
    func resolved<Object: OpenAPIObject>(_ object: Object) -> Object { resolver.resolved(object) }
}
