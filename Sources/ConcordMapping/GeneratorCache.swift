import ConcordDeclarations
import ConcordOutline
import ConcordYAML

/// What a ``Generator`` finds once and needs again. Without it the document would be the same.
struct GeneratorCache {
    /// The references to components, with nothing beside them, by the name of the type.
    var references: [String: Node] = [:]
    /// The paths of the types whose requests and responses differ.
    var differingTypes: Set<[String]>?
    /// The paths of the serializers without a property in a direction.
    var emptyTypes: [SchemaDirection: Set<[String]>] = [:]
    /// The serializers whose properties are all known, by path.
    var resolvedSerializers: [[String]: SerializerDeclaration] = [:]
    /// The names of the operations of generic views, by the view's name.
    var operationNamings: [String: OperationNaming] = [:]
    /// The paths of the models that keys of others protect from deletion.
    var protectedModels: Set<[String]>?
    /// The type of the body of derived responses.
    var problemType: TypeExpression?
    /// The derived responses, by status and description, since most operations have the same.
    var refusals: [Int: [String: Node]] = [:]
}
