import ConcordDiagnostics
import ConcordOpenAPI
import ConcordYAML

/// The laws for every input: reading never traps, and a tree that is written and read again is equal.
public enum DocumentLaws {
    /// Returns the violations of laws for a text, each as a sentence.
    public static func violations(of bytes: [UInt8]) -> [String] {
        var violations: [String] = []
        if let node = NodeReader().read(bytes).node { violations += treeViolations(of: node) }
        guard let document = Document.read(bytes).document else { return violations }
        _ = DiagnosticFormat.text.write(document.validate()) { _ in String(decoding: bytes, as: UTF8.self) }
        return violations + documentViolations(of: document)
    }

    private static func treeViolations(of node: Node) -> [String] {
        var violations: [String] = []
        let fromYAML = NodeReader().readYAML(Array(node.yaml.utf8))
        if fromYAML.node != node { violations.append("written as YAML and read again, it is another tree") }
        if !fromYAML.diagnostics.isEmpty { violations.append("it is written as faulty YAML") }
        let fromJSON = NodeReader().readJSON(Array(node.json.utf8))
        if fromJSON.node.map({ !$0.stands(for: node) }) ?? true {
            violations.append("written as JSON and read again, it means something else")
        }
        if !fromJSON.diagnostics.isEmpty { violations.append("it is written as faulty JSON") }
        return violations
    }

    private static func documentViolations(of document: Document) -> [String] {
        var violations: [String] = []
        if !DocumentDifference(from: document, to: document).isEmpty {
            violations.append("the document differs from itself")
        }
        if !document.ordered.node.isEquivalent(to: document.node) {
            violations.append("with its keys in the specification's order, it means something else")
        }
        followReferences(of: document)
        for version in OpenAPIVersion.allCases { _ = document.converted(to: version).document.write(as: .yaml) }
        if !DocumentChanges(from: document, to: document).changes.isEmpty {
            violations.append("compared with itself, it has changes")
        }
        // A text without a folder can't refer to other files, so there is nothing to bundle.
        if let bundled = document.bundled().document, bundled != document {
            let place = DocumentDifference(from: document, to: bundled).findings.first?.description ?? "in its order"
            violations.append("bundled, it is another document: \(place)")
        }
        return violations
    }

    private static func followReferences(of document: Document) {
        let resolver = ReferenceResolver(document)
        var walk = DocumentWalk(ReferenceFollower(resolver: resolver), version: document.version)
        walk.walk(document.node, as: Document.self)
    }
}

/// Resolves every reference.
private struct ReferenceFollower: DocumentVisitor {
    let resolver: ReferenceResolver

    mutating func visitReference(_ text: String, in node: Node, to type: any OpenAPIObject.Type, at path: [PathStep]) {
        _ = resolver.resolve(Schema(node))
    }
}

extension Node {
    /// Returns whether a node that was read from JSON is the equivalent of another one. Infinity and not-a-number are
    /// strings in JSON.
    fileprivate func stands(for original: Node) -> Bool {
        switch (value, original.value) {
        case (.string, .number): return true
        case (.sequence(let mine), .sequence(let theirs)):
            return mine.count == theirs.count && zip(mine, theirs).allSatisfy { $0.stands(for: $1) }
        case (.mapping(let mine), .mapping(let theirs)):
            return mine.keys == theirs.keys && zip(mine, theirs).allSatisfy { $0.value.stands(for: $1.value) }
        default: return isEquivalent(to: original)
        }
    }
}
