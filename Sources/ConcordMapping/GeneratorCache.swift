import ConcordDeclarations
import ConcordOutline
import ConcordYAML

/// The results that a ``Generator`` computes only once. The cache has no effect on the document.
struct GeneratorCache {
    /// The references to components without sibling keywords, keyed by the name of the type.
    var references: [String: Node] = [:]
    /// The paths of the types whose requests and responses differ.
    var differingTypes: Set<[String]>?
    /// The paths of the serializers that have no properties in a direction.
    var emptyTypes: [SchemaDirection: Set<[String]>] = [:]
    /// The serializers whose properties are all resolved, keyed by path.
    var resolvedSerializers: [[String]: SerializerDeclaration] = [:]
    /// The names of the operations of generic views, keyed by the name of the view.
    var operationNamings: [String: OperationNaming] = [:]
    /// The paths of the models that foreign keys of other models protect from deletion.
    var protectedModels: Set<[String]>?
    /// The type of the body of derived responses.
    var problemType: TypeExpression?
    /// The derived responses, keyed by status and description, since most operations have the same ones.
    var refusals: [Int: [String: Node]] = [:]
}
