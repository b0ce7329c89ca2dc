import ConcordDiagnostics
import ConcordYAML

/// Rewrites the `operationRef`s of a bundled document, whose operations have moved.
struct OperationLinks {
    private(set) var diagnostics: [Diagnostic] = []
    private let document: Document
    private let resolver: ReferenceResolver
    /// The location of each operation in the bundled document, keyed by its original position.
    private let homes: [Position: String]

    init(_ document: Document, bundled: Node, _ resolver: ReferenceResolver) {
        self.document = document
        self.resolver = resolver
        var walk = DocumentWalk(OperationFinder(), version: document.version)
        walk.walk(bundled, as: Document.self)
        homes = walk.visitor.homes
    }

    mutating func rewritten(_ node: Node) -> Node {
        switch node.value {
        case .sequence(let nodes): return Node(.sequence(nodes.map { rewritten($0) }), at: node.position)
        case .mapping(var mapping):
            for index in mapping.entries.indices {
                let entry = mapping.entries[index]
                mapping.entries[index].value =
                    entry.key == "links" ? links(entry.value) : rewritten(entry.value)
            }
            return Node(.mapping(mapping), at: node.position)
        default: return node
        }
    }

    private mutating func links(_ node: Node) -> Node {
        guard var mapping = node.mapping else { return node }
        for index in mapping.entries.indices {
            let link = mapping.entries[index].value
            if link["operationRef"] == nil { mapping.entries[index].value = rewritten(link) }
            guard let text = link["operationRef"]?.string, !URIReference(text).isRemote,
                case .success(let target) = resolver.target(of: text, in: link)
            else { continue }
            if let home = homes[target.position] {
                mapping.entries[index].value["operationRef"]?.value = .string(home)
            } else if target.position.file != 0 {
                diagnostics.append(
                    Diagnostic(
                        .warning, "not-bundled", "the operation of this link is not in the paths of the document",
                        at: document.files.sourcePosition(of: link)))
            }
        }
        return Node(.mapping(mapping), at: node.position)
    }
}

/// Finds the locations of operations.
private struct OperationFinder: DocumentVisitor {
    var homes: [Position: String] = [:]

    mutating func visit(_ node: Node, as type: any OpenAPIObject.Type, at path: [PathStep]) -> Bool {
        guard type == Operation.self else { return true }
        let tokens = path.map { step in
            switch step {
            case .key(let key): key
            case .index(let index): String(index)
            }
        }
        let home = JSONPointer(tokens).fragment
        if homes[node.position] == nil { homes[node.position] = home }
        return true
    }
}
