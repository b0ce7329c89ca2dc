import ConcordOpenAPI
import ConcordYAML

/// How a document is written.
public enum DocumentFormat: String, CaseIterable, Sendable {
    case yaml, json

    /// The format that a file's name asks for; YAML where it asks for none.
    public init(ofFile path: String) {
        self = path.hasSuffix(".json") ? .json : .yaml
    }

    /// The bytes of a document.
    func write(_ document: Document) -> [UInt8] {
        switch self {
        case .yaml: document.node.yamlBytes
        case .json: Array(document.node.json.utf8)
        }
    }
}
