import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

/// Converts an OpenAPI document to declarations. The code for each construct is next to its inverse in `Generator`.
///
/// Each construct takes the keys that it can express. A fragment contains the remaining keys.
struct Scaffolder {
    let version: OpenAPIVersion
    var settings: SchemaSettingsDeclaration
    var declarations: [TypeDeclaration] = []
    var api = APIDeclaration(DeclarationHead("API"))
    var diagnostics: [Diagnostic] = []
    /// The names that a merge keeps.
    let earlierNames: GivenNames
    /// The names that have been given, or `nil` if they aren't recorded for a merge.
    var givenNames: GivenNames?
    var typeNames: TypeNames
    var componentNames = ComponentNames()
    /// The names of enum cases, keyed by type name and value, for defaults that refer to a case.
    var enumCases: [String: [Literal: String]] = [:]
    /// The schemas that only refer to each other in a cycle.
    var circularReferences: Set<String> = []
    /// The component schemas whose binary values are files.
    var formComponents = FormComponents(Mapping())
    /// The component schemas whose values are the bytes of whole bodies.
    var wholeBodyComponents = WholeBodyComponents(Mapping())
    /// The parameter names in the path of the current view. A path parameter with another name is invalid.
    var pathNames: Set<String>?
    /// The operation IDs that have been used.
    var operationIDs: Set<String> = []
    private var usedTypes: Set<String> = []

    init(
        version: OpenAPIVersion, settings: SchemaSettingsDeclaration,
        keeping earlierNames: GivenNames = GivenNames()
    ) {
        self.earlierNames = earlierNames
        typeNames = TypeNames(keeping: earlierNames)
        self.version = version
        self.settings = settings
    }

    mutating func markUsed(_ type: String) {
        usedTypes.insert(type)
    }

    /// Records the cases of the enum components, because a default may refer to a case before the enum is declared.
    mutating func registerEnums(_ schemas: Mapping) {
        for entry in schemas.entries {
            guard let name = componentNames.type(.schemas, entry.key), let mapping = entry.value.mapping,
                let values = EnumValues(mapping, version)
            else { continue }
            var rest = Unconsumed(mapping)
            _ = enumeration(DeclarationHead(name), &rest, values, scope: [])
        }
    }

    /// Adds an attribute to each unused bare enum, so that it remains a component.
    mutating func markUnusedEnums() {
        for index in declarations.indices {
            guard case .enumeration(var enumeration) = declarations[index], !usedTypes.contains(enumeration.head.name)
            else { continue }
            enumeration.hasAttribute = true
            declarations[index] = .enumeration(enumeration)
        }
    }
}
