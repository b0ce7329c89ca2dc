import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

/// Writes declarations as an OpenAPI document; every construct's part stands beside the `Scaffolder`'s inverse of it.
struct Generator {
    var symbols: Symbols
    let version: OpenAPIVersion
    var settings: SchemaSettingsDeclaration
    var diagnostics: [Diagnostic] = []
    /// The inline types that are being written, so that one inside itself is reported and not followed for ever.
    var inlining: [String] = []
    /// The bare enums at file level that something uses, which makes them components.
    var usedComponents: Set<String> = []
    /// The references to components, with nothing beside them, by the name of the type.
    var references: [String: Node] = [:]
    /// The schemas that no declaration states by itself, by their name.
    var derivedComponents: [String: DerivedComponent] = [:]
    /// Those of them that are yet to be made.
    var unmadeComponents: [UnmadeComponent] = []
    /// Whether they are being made.
    var isMakingComponents = false
    /// Which way the values of what is being written go.
    var direction = SchemaDirection.both
    /// Whether requests have components of their own.
    let splitsRequests: Bool
    /// Whether explicit operations get the responses that generic views get.
    let derivesResponses: Bool
    /// What the API asks of all operations that say nothing else.
    let authentication: [SecurityRequirementDeclaration]?
    /// The ready authentications that something uses, by name.
    var usedAuthentications: Set<String> = []
    /// The types of which requests and responses differ, by their path, where it was asked.
    var differingTypes: Set<[String]>?
    /// The serializers of which nothing goes one way, by their path, where it was asked.
    var emptyTypes: [SchemaDirection: Set<[String]>] = [:]
    /// The serializers of which all properties are known, by their path.
    var resolvedSerializers: [[String]: SerializerDeclaration] = [:]
    /// What the operations of generic views are called, by the view's name.
    var operationNamings: [String: OperationNaming] = [:]
    /// What refusals hold, where it was asked.
    var problemType: TypeExpression?
    /// The derived responses that are written, by status and description, since most operations have the same.
    var refusals: [Int: [String: Node]] = [:]
    /// The groups without attribute that were reported.
    var bareGroups: Set<String> = []
    /// The operation ids that are written, each with the place of its operation.
    var operationIDs: [String: SourceMark] = [:]

    init(_ program: Program, version: OpenAPIVersion, of api: APIDeclaration) {
        symbols = Symbols(program)
        self.version = version
        settings = api.settings
        splitsRequests = api.splitsRequests
        derivesResponses = api.derivesResponses
        authentication = api.authentication
    }

    mutating func error(
        _ code: String, _ message: String, at mark: SourceMark, help: String? = nil,
        related: (message: String, mark: SourceMark)? = nil
    ) {
        report(.error, code, message, at: mark, help: help, related: related)
    }

    mutating func report(
        _ severity: Diagnostic.Severity, _ code: String, _ message: String, at mark: SourceMark, help: String? = nil,
        related: (message: String, mark: SourceMark)? = nil
    ) {
        var diagnostic = Diagnostic(severity, code, message, at: mark.position, help: help)
        if let related, let position = related.mark.position {
            diagnostic.related = [.init(related.message, at: position)]
        }
        diagnostics.append(diagnostic)
    }
}

extension OpenAPIVersion {
    /// What `Nullable<T>` reads as where no setting says otherwise.
    var nullForm: SchemaSettingsDeclaration.NullForm { .type }

    /// Where keywords beside a reference go where no setting says otherwise.
    var referenceForm: SchemaSettingsDeclaration.ReferenceForm { self == .v3_0 ? .allOf : .siblings }
}
