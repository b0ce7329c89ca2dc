import ConcordYAML

/// A step on the path from the start of a walk.
public enum PathStep: Hashable, Sendable {
    /// The value of a key in a mapping.
    case key(String)
    /// An element of a sequence, counted from 0.
    case index(Int)
}

/// A visitor of a document walk. Every method has a default implementation.
public protocol DocumentVisitor {
    /// Visits an object. Returns whether to visit its content.
    mutating func visit(_ node: Node, as type: any OpenAPIObject.Type, at path: [PathStep]) -> Bool
    /// Visits a `$ref` in a place that allows one, with the node that contains it and the type of its target.
    mutating func visitReference(_ text: String, in node: Node, to type: any OpenAPIObject.Type, at path: [PathStep])
    /// Visits an entry of an object, with its field, or `nil` if the version doesn't define it.
    mutating func visit(_ entry: Mapping.Entry, field: Field?, of type: any OpenAPIObject.Type, at path: [PathStep])
    /// Visits a value of a kind that is not allowed at its location. Its content isn't visited.
    mutating func visitMismatch(_ node: Node, expected: FieldKind, at path: [PathStep])
    /// Visits a required field that is missing.
    mutating func visitMissing(_ field: Field, in node: Node, as type: any OpenAPIObject.Type, at path: [PathStep])
}

extension DocumentVisitor {
    /// Returns `true`.
    public mutating func visit(_ node: Node, as type: any OpenAPIObject.Type, at path: [PathStep]) -> Bool { true }
    /// Does nothing.
    public mutating func visitReference(
        _ text: String, in node: Node, to type: any OpenAPIObject.Type, at path: [PathStep]
    ) {}
    /// Does nothing.
    public mutating func visit(
        _ entry: Mapping.Entry, field: Field?, of type: any OpenAPIObject.Type, at path: [PathStep]
    ) {}
    /// Does nothing.
    public mutating func visitMismatch(_ node: Node, expected: FieldKind, at path: [PathStep]) {}
    /// Does nothing.
    public mutating func visitMissing(
        _ field: Field, in node: Node, as type: any OpenAPIObject.Type, at path: [PathStep]
    ) {}
}

/// A walk over all objects and fields of a document in order, with the field tables. References are visited, but not
/// followed.
public struct DocumentWalk<Visitor: DocumentVisitor> {
    /// The visitor.
    public var visitor: Visitor
    private let version: OpenAPIVersion
    /// The path from the start of the walk.
    private var path: [PathStep] = []

    /// Creates a walk over a document of a version.
    public init(_ visitor: Visitor, version: OpenAPIVersion) {
        self.visitor = visitor
        self.version = version
    }

    /// Walks the object in a node.
    public mutating func walk(_ node: Node, as type: any OpenAPIObject.Type, at path: [PathStep] = []) {
        self.path = path
        object(node, as: type)
    }

    /// Walks the target of a reference: the object, or another reference.
    mutating func walk(target node: Node, as type: any OpenAPIObject.Type) {
        guard type.canBeReferredTo, node["$ref"]?.string != nil else { return walk(node, as: type) }
        path = []
        value(node, .reference(type))
    }

    private mutating func object(_ node: Node, as type: any OpenAPIObject.Type) {
        guard visitor.visit(node, as: type, at: path), let mapping = node.mapping else { return }
        let table = type.fields
        for entry in mapping.entries {
            let field = table[entry.key].flatMap { $0.versions.contains(version) ? $0 : nil }
            visitor.visit(entry, field: field, of: type, at: path)
            let isExtension = field == nil && table.allowsExtensions && entry.key.hasPrefix("x-")
            guard !isExtension, let kind = table[entry.key]?.kind ?? table.others else { continue }
            path.append(.key(entry.key))
            if entry.key == "$ref", field != nil, type != Reference.self, let text = entry.value.string {
                visitor.visitReference(text, in: node, to: type, at: path)
            }
            value(entry.value, kind)
            path.removeLast()
        }
        for field in table.requiredFields where field.requiredIn.contains(version) && mapping[field.name] == nil {
            visitor.visitMissing(field, in: node, as: type, at: path)
        }
    }

    private mutating func value(_ node: Node, _ kind: FieldKind) {
        switch kind {
        case .any: break
        case .object(let type) where type.accepts(node): object(node, as: type)
        case .reference(let type):
            if let text = node["$ref"]?.string {
                reference(text, node, to: type)
            } else if type.accepts(node) {
                object(node, as: type)
            } else {
                visitor.visitMismatch(node, expected: kind, at: path)
            }
        case .list(let element):
            guard let nodes = node.sequence else { return visitor.visitMismatch(node, expected: kind, at: path) }
            guard element.holdsMore || !nodes.allSatisfy(element.accepts) else { return }
            for (index, node) in nodes.enumerated() {
                path.append(.index(index))
                value(node, element)
                path.removeLast()
            }
        case .map(let element):
            guard let mapping = node.mapping else { return visitor.visitMismatch(node, expected: kind, at: path) }
            for entry in mapping.entries {
                path.append(.key(entry.key))
                value(entry.value, element)
                path.removeLast()
            }
        case .either(let first, let second):
            value(node, first.accepts(node) || !second.accepts(node) ? first : second)
        default:
            if !kind.accepts(node) { visitor.visitMismatch(node, expected: kind, at: path) }
        }
    }

    private mutating func reference(_ text: String, _ node: Node, to type: any OpenAPIObject.Type) {
        path.append(.key("$ref"))
        visitor.visitReference(text, in: node, to: type, at: path)
        path.removeLast()
        object(node, as: Reference.self)
    }
}

extension OpenAPIObject {
    /// Whether a Reference Object can replace an object of the type.
    static var canBeReferredTo: Bool { fields["$ref"] == nil && self != Operation.self }

    /// Returns whether a node has a kind that can contain an object of the type.
    static func accepts(_ node: Node) -> Bool {
        switch node.value {
        case .mapping: true
        case .bool: fields.acceptsFlag
        default: false
        }
    }
}

extension FieldKind {
    /// Returns whether a node is of this kind, regardless of its content.
    func accepts(_ node: Node) -> Bool {
        switch self {
        case .any: true
        case .text: node.kind == .string
        case .flag: node.kind == .bool
        case .number: node.kind == .number
        case .count: node.kind == .number && node.isCount
        case .list: node.kind == .sequence
        case .map: node.kind == .mapping
        case .object(let type), .reference(let type): type.accepts(node)
        case .either(let first, let second): first.accepts(node) || second.accepts(node)
        }
    }

    /// Whether values of the kind can contain objects or other values.
    var holdsMore: Bool {
        switch self {
        case .object, .reference, .list, .map, .either: true
        default: false
        }
    }

    /// The kind, as diagnostics name it.
    var wording: String {
        switch self {
        case .any: "anything"
        case .text: Node.Kind.string.rawValue
        case .flag: Node.Kind.bool.rawValue
        case .number: Node.Kind.number.rawValue
        case .count: "an integer of 0 or more"
        case .list: Node.Kind.sequence.rawValue
        case .map: Node.Kind.mapping.rawValue
        case .object(let type), .reference(let type): type.fields.name
        case .either(let first, let second): "\(first.wording) or \(second.wording)"
        }
    }
}

extension Node {
    /// Whether the node is a nonnegative integer of any size.
    fileprivate var isCount: Bool {
        guard let text = number else { return false }
        return text.utf8.allSatisfy { (0x30...0x39).contains($0) } || integer.map { $0 >= 0 } ?? false
    }
}
