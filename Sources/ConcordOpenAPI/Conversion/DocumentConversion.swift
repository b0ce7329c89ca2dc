import ConcordDiagnostics
import ConcordYAML

/// The result of converting a document to another version of OpenAPI.
public struct DocumentConversion: Sendable {
    /// The document in the requested version.
    public var document: Document
    /// The diagnostics for constructs that the version can't express, and for those that only take effect in it, with
    /// positions in the original document.
    public var diagnostics: [Diagnostic]
}

extension Document {
    /// Returns the document in another version of OpenAPI, 3.0 or later. It is converted version by version, with a
    /// warning for each omission. A document of several files is bundled.
    public func converted(to target: OpenAPIVersion) -> DocumentConversion {
        var result = DocumentConversion(document: self, diagnostics: [])
        let steps = VersionStep.steps(from: version, to: target)
        if !steps.isEmpty {
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

/// A step from one version to an adjacent one.
enum VersionStep: CaseIterable {
    case raiseTo3_1, raiseTo3_2, lowerTo3_1, lowerTo3_0

    /// The version after the step.
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
