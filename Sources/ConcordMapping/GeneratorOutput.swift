import ConcordDeclarations
import ConcordOutline
import ConcordYAML

/// The parts of the output so far that the rest of the document depends on.
struct GeneratorOutput {
    /// The bare enums at file level that something uses, which makes them components.
    var usedComponents: Set<String> = []
    /// The names of the built-in authentications that something uses.
    var usedAuthentications: Set<String> = []
    /// The schemas that have no declaration of their own, keyed by name.
    var derivedComponents: [String: DerivedComponent] = [:]
    /// The derived components that have not been created yet.
    var unmadeComponents: [UnmadeComponent] = []
    /// Whether derived components are being created.
    var isMakingComponents = false
    /// The operation IDs, with the position of each operation.
    var operationIDs: [String: SourceMark] = [:]
    /// The groups without an attribute that have been reported.
    var bareGroups: Set<String> = []
}
