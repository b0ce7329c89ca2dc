import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

/// Writes declarations as an OpenAPI document. The part for each construct stands beside its inverse in `Scaffolder`.
struct Generator {
    var symbols: Symbols
    let version: OpenAPIVersion
    /// Whether requests have components of their own.
    let splitsRequests: Bool
    /// Whether explicit operations have the responses that generic views derive.
    let derivesResponses: Bool
    /// The security requirements of operations that state none.
    let authentication: [SecurityRequirementDeclaration]?

    var settings: SchemaSettingsDeclaration
    /// The direction of the values that the current schema describes.
    var direction = SchemaDirection.both
    /// The inline types that are being written. A type that contains itself is reported.
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
    /// The form of `Nullable<T>` without a setting.
    var nullForm: SchemaSettingsDeclaration.NullForm { .type }

    /// The place for keywords beside a reference without a setting.
    var referenceForm: SchemaSettingsDeclaration.ReferenceForm { self == .v3_0 ? .allOf : .siblings }
}
