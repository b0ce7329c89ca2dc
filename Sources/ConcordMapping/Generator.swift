import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

/// Writes declarations as an OpenAPI document; every construct's part stands beside the `Scaffolder`'s inverse of it.
struct Generator {
    let symbols: Symbols
    let version: OpenAPIVersion
    var settings: SchemaSettingsDeclaration
    var diagnostics: [Diagnostic] = []
    /// The inline types that are being written, so that one inside itself is reported and not followed for ever.
    var inlining: [String] = []
    /// The bare enums at file level that something uses, which makes them components.
    var usedComponents: Set<String> = []

    init(_ program: Program, version: OpenAPIVersion, settings: SchemaSettingsDeclaration) {
        symbols = Symbols(program)
        self.version = version
        self.settings = settings
    }

    mutating func error(_ code: String, _ message: String, at mark: SourceMark, mend: String? = nil) {
        diagnostics.append(Diagnostic(.error, code, message, at: mark.position, mend: mend))
    }
}

extension OpenAPIVersion {
    /// What `Nullable<T>` reads as where no setting says otherwise.
    var nullForm: SchemaSettingsDeclaration.NullForm { .type }

    /// Where keywords beside a reference go where no setting says otherwise.
    var referenceForm: SchemaSettingsDeclaration.ReferenceForm { self == .v3_0 ? .allOf : .siblings }
}
