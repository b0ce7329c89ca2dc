import ConcordDiagnostics
import ConcordMerging
import ConcordOpenAPI
import ConcordYAML

/// Finds the positions in a document that scaffolded declarations correspond to.
struct DocumentPlaces {
    private let document: Document

    init(_ document: Document) {
        self.document = document
    }

    /// Returns the position for a path, or for its longest prefix that the document has.
    func position(of path: DocumentPath) -> SourcePosition? {
        var node = document.node
        var place = Position.none
        for key in path.keys {
            guard let step = Self.step(key, in: node) else { break }
            (node, place) = step
        }
        return document.files.sourcePosition(of: place)
    }

    private static func step(_ key: String, in node: Node) -> (node: Node, place: Position)? {
        if let elements = node.sequence {
            let element = elements.first { isNamed(key, $0) }
            return element.map { ($0, $0.position) }
        }
        guard let mapping = node.mapping else { return nil }
        if let entry = mapping.entries.first(where: { $0.key == key })
            ?? mapping.entries.first(where: { $0.key.keySpelling == key.keySpelling })
        {
            return (entry.value, entry.keyPosition == .none ? entry.value.position : entry.keyPosition)
        }
        let inner =
            [mapping["items"]].compactMap(\.self)
            + ["allOf", "anyOf", "oneOf"].flatMap { mapping[$0]?.sequence ?? [] }
        return inner.lazy.compactMap { $0.mapping == nil ? nil : step(key, in: $0) }.first
    }

    /// Returns whether an array element is the parameter, tag, or server with a name, or refers to it.
    private static func isNamed(_ key: String, _ element: Node) -> Bool {
        let name = element["name"]?.string ?? element["$ref"]?.string?.split(separator: "/").last.map(String.init)
        return name.map { $0.keySpelling == key.keySpelling } ?? false
    }
}
