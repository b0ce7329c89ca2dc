import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

/// Writes declarations as an OpenAPI document; every construct's part stands beside the `Scaffolder`'s inverse of it.
struct Generator {
    var symbols: Symbols
    let version: OpenAPIVersion
    /// Whether requests have components of their own.
    let splitsRequests: Bool
    /// Whether explicit operations get the responses that generic views get.
    let derivesResponses: Bool
    /// What the API requires of operations that state no requirement.
    let authentication: [SecurityRequirementDeclaration]?

    var settings: SchemaSettingsDeclaration
    /// The direction of the values of the schema that is being written.
    var direction = SchemaDirection.both
    /// The inline types that are being written. One inside itself is reported.
    var inlining: [String] = []

    var diagnostics: [Diagnostic] = []
    var output = GeneratorOutput()
    var cache = GeneratorCache()

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
