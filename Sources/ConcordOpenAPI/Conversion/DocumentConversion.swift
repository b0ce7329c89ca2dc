import ConcordDiagnostics
import ConcordYAML

/// What came of writing a document in another version of OpenAPI.
public struct DocumentConversion: Sendable {
    /// The document in the version that was asked for.
    public var document: Document
    /// What that version can't say, each at its place in the document it was read from, and what begins to count.
    public var diagnostics: [Diagnostic]
}

extension Document {
    /// The document in another version of OpenAPI, 3.0 or later: raised or lowered version by version, with a warning for
    /// each thing that is left out because the version can't say it. A document of many files becomes one.
    public func converted(to target: OpenAPIVersion) -> DocumentConversion {
        var result = DocumentConversion(document: self, diagnostics: [])
        let steps = VersionStep.steps(from: version, to: target)
        if !steps.isEmpty, !links.files.isEmpty {
            let bundling = bundled()
            result = DocumentConversion(document: bundling.document ?? self, diagnostics: bundling.diagnostics)
        }
        for step in steps {
            var conversion = Conversion(result.document, step)
            result.document = conversion.converted()
            result.diagnostics += conversion.diagnostics
        }
        result.diagnostics = result.diagnostics.sortedByPosition()
        return result
    }
}

/// The way from one version to the one beside it.
enum VersionStep: CaseIterable {
    case raiseTo3_1, raiseTo3_2, lowerTo3_1, lowerTo3_0

    /// The version that the step leads to.
    var target: OpenAPIVersion {
        switch self {
        case .lowerTo3_0: .v3_0
        case .raiseTo3_1, .lowerTo3_1: .v3_1
        case .raiseTo3_2: .v3_2
        }
    }

    var isLowering: Bool { self == .lowerTo3_1 || self == .lowerTo3_0 }

    static func steps(from version: OpenAPIVersion, to target: OpenAPIVersion) -> [VersionStep] {
        switch (version, max(target, .v3_0)) {
        case (.v3_0, .v3_1): [.raiseTo3_1]
        case (.v3_0, .v3_2): [.raiseTo3_1, .raiseTo3_2]
        case (.v3_1, .v3_2): [.raiseTo3_2]
        case (.v3_2, .v3_1): [.lowerTo3_1]
        case (.v3_2, .v3_0): [.lowerTo3_1, .lowerTo3_0]
        case (.v3_1, .v3_0): [.lowerTo3_0]
        default: []
        }
    }
}
