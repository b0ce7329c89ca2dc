import ConcordDiagnostics
import ConcordOpenAPI
import ConcordYAML

/// A place at which two documents say different things.
///
/// The order of keys has no meaning, nor has the order of `required`; the spelling of a number has none either.
struct DocumentDifference: Hashable {
    enum Kind: Hashable {
        /// Only the first has it.
        case missing
        /// Only the second has it.
        case added
        case changed
    }

    let kind: Kind
    let pointer: JSONPointer
    /// Where the second document has it, or has what it would stand in.
    let position: Position

    /// The differences of the second document from the first, in the order of the first.
    static func all(from first: Node, to second: Node) -> [DocumentDifference] {
        var differences: [DocumentDifference] = []
        compare(first, second, at: JSONPointer([]), into: &differences)
        return differences
    }

    private static func compare(
        _ first: Node, _ second: Node, at pointer: JSONPointer, into differences: inout [DocumentDifference]
    ) {
        switch (first.value, second.value) {
        case (.mapping(let a), .mapping(let b)):
            compare(a, b, of: second, at: pointer, into: &differences)
        case (.sequence(let a), .sequence(let b)) where a.count == b.count && pointer.tokens.last != "required":
            for index in a.indices {
                compare(a[index], b[index], at: pointer.appending(String(index)), into: &differences)
            }
        case (.sequence(let a), .sequence(let b)) where pointer.tokens.last == "required":
            if Set(a) != Set(b) {
                differences.append(.init(kind: .changed, pointer: pointer, position: second.position))
            }
        default:
            if !first.isEquivalent(to: second) {
                differences.append(.init(kind: .changed, pointer: pointer, position: second.position))
            }
        }
    }

    private static func compare(
        _ first: Mapping, _ second: Mapping, of node: Node, at pointer: JSONPointer,
        into differences: inout [DocumentDifference]
    ) {
        let others = Dictionary(second.map { ($0.key, $0) }) { first, _ in first }
        for entry in first {
            let inner = pointer.appending(entry.key)
            if let other = others[entry.key] {
                compare(entry.value, other.value, at: inner, into: &differences)
            } else {
                differences.append(.init(kind: .missing, pointer: inner, position: node.position))
            }
        }
        let known = Set(first.keys)
        for entry in second where !known.contains(entry.key) {
            let inner = pointer.appending(entry.key)
            differences.append(.init(kind: .added, pointer: inner, position: entry.keyPosition))
        }
    }

    /// What to tell of a document that should say what the code says.
    func diagnostic(in files: SourceFiles) -> Diagnostic {
        let message =
            switch kind {
            case .missing: "the code has '\(pointer)', which is not in the document"
            case .added: "the document has '\(pointer)', which the code has not"
            case .changed: "the document and the code differ at '\(pointer)'"
            }
        return Diagnostic(.error, "out-of-date", message, at: files.sourcePosition(of: position))
    }
}
