import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

/// Writes an OpenAPI document as declarations; every construct's part stands beside the `Generator`'s inverse of it.
///
/// A word of the vocabulary takes the keys that it says; what no word took goes through a fragment.
struct Scaffolder {
    let version: OpenAPIVersion
    var settings: SchemaSettingsDeclaration
    var declarations: [TypeDeclaration] = []
    var api = APIDeclaration(DeclarationHead("API"))
    var diagnostics: [Diagnostic] = []
    /// The names that a merge keeps.
    let earlierNames: GivenNames
    /// The names that are given, if a merge is to keep them.
    var givenNames: GivenNames?
    var typeNames: TypeNames
    var componentNames = ComponentNames()
    /// The names of enums' cases by type name and value, for defaults that name one.
    var enumCases: [String: [Literal: String]] = [:]
    /// The schemas that are references to themselves and to nothing else.
    var circularReferences: Set<String> = []
    /// The components whose bytes are files.
    var formComponents = FormComponents(Mapping())
    /// The schemas among the components whose values are the bytes of whole bodies.
    var wholeBodyComponents = WholeBodyComponents(Mapping())
    /// The names in braces of the path whose view is made; a path's parameter of another name is unsound.
    var pathNames: Set<String>?
    /// The operation ids that are taken.
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

    /// Notes the cases of the enums among the components, since a default may name one before its turn comes.
    mutating func registerEnums(_ schemas: Mapping) {
        for entry in schemas.entries {
            guard let name = componentNames.type(.schemas, entry.key), let mapping = entry.value.mapping,
                let values = EnumValues(mapping, version)
            else { continue }
            var rest = Unconsumed(mapping)
            _ = enumeration(DeclarationHead(name), &rest, values, scope: [])
        }
    }

    /// A bare enum that nothing uses says with an attribute that it is a component.
    mutating func markUnusedEnums() {
        for index in declarations.indices {
            guard case .enumeration(var enumeration) = declarations[index], !usedTypes.contains(enumeration.head.name)
            else { continue }
            enumeration.hasAttribute = true
            declarations[index] = .enumeration(enumeration)
        }
    }
}
