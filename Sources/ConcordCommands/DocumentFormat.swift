import ConcordOpenAPI
import ConcordYAML

/// A format for documents.
public enum DocumentFormat: String, CaseIterable, Sendable {
    case yaml, json

    /// Creates the format for a file's name. The default is YAML.
    public init(ofFile path: String) {
        self = path.hasSuffix(".json") ? .json : .yaml
    }

    /// Returns a document in this format.
    func write(_ document: Document) -> [UInt8] { write(document.node) }

    /// Returns the bytes of a document, or of a part of one.
    func write(_ node: Node) -> [UInt8] {
        switch self {
        case .yaml: node.yamlBytes
        case .json: Array(node.json.utf8)
        }
    }
}
