import ConcordDeclarations
import ConcordYAML

extension Node {
    /// Creates the node for a literal.
    init(_ literal: Literal) {
        switch literal {
        case .null: self = .null
        case .boolean(let flag): self = .bool(flag)
        case .number(let text): self = .number(text)
        case .string(let text): self = .string(text)
        case .array(let elements): self = .sequence(elements.map(Node.init))
        case .object(let members): self = .mapping(Mapping(members.map { .init($0.key, Node($0.value)) }))
        }
    }
}

extension Literal {
    /// Creates the literal for a node, or returns `nil` if Swift has no literal for one of its numbers.
    init?(_ node: Node) {
        switch node.value {
        case .null: self = .null
        case .bool(let flag): self = .boolean(flag)
        case .number(let text):
            guard Literal.isSwiftNumber(text) else { return nil }
            self = .number(text)
        case .string(let text): self = .string(text)
        case .sequence(let elements):
            let literals = elements.compactMap(Literal.init)
            guard literals.count == elements.count else { return nil }
            self = .array(literals)
        case .mapping(let mapping):
            let members = mapping.entries.compactMap { entry in Literal(entry.value).map { Member(entry.key, $0) } }
            guard members.count == mapping.count else { return nil }
            self = .object(members)
        }
    }

    /// Returns whether Swift parses the string as one number literal and prints it back unchanged.
    static func isSwiftNumber(_ text: String) -> Bool {
        var rest = text.utf8[...]
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        guard takeDigits(&rest) else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard takeDigits(&rest) else { return false }
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
            guard takeDigits(&rest) else { return false }
        }
        return rest.isEmpty
    }

    private static func takeDigits(_ rest: inout Substring.UTF8View.SubSequence) -> Bool {
        let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        rest = rest.dropFirst(count)
        return count > 0
    }
}
