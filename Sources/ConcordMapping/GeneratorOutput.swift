import ConcordDeclarations
import ConcordOutline
import ConcordYAML

/// What a ``Generator`` has written so far, as far as the rest of the document depends on it.
struct GeneratorOutput {
    /// The bare enums at file level that something uses, which makes them components.
    var usedComponents: Set<String> = []
    /// The names of the ready authentications that something uses.
    var usedAuthentications: Set<String> = []
    /// The schemas that no declaration states by itself, by name.
    var derivedComponents: [String: DerivedComponent] = [:]
    /// Those of them that are yet to be made.
    var unmadeComponents: [UnmadeComponent] = []
    /// Whether they are being made.
    var isMakingComponents = false
    /// The operation ids, each with the place of its operation.
    var operationIDs: [String: SourceMark] = [:]
    /// The groups without attribute that were reported.
    var bareGroups: Set<String> = []
}
