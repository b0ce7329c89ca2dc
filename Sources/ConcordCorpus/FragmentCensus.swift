import ConcordOutline
import ConcordYAML

/// The share of a document in `@OpenAPI` fragments, which no other attribute states.
///
/// It counts the leaves: strings, numbers, booleans, and empty collections. Extensions and examples are excluded
/// because they are arbitrary data.
struct FragmentCensus {
    /// The number of leaves in the document.
    let leaves: Int
    /// The number of leaves inside fragments.
    let leavesInFragments: Int
    /// The number of fragments that begin with each key.
    let keys: [String: Int]

    init(of files: [SourceFile], in document: Node) {
        var fragments: [String] = []
        for file in files { for declaration in file.declarations { declaration.collectFragments(&fragments) } }
        var count = 0
        var keys: [String: Int] = [:]
        for text in fragments {
            guard let node = try? Node(yaml: text) else { continue }
            count += node.countedLeaves
            for entry in node.mapping?.entries ?? [] where !Node.isAside(entry.key) { keys[entry.key, default: 0] += 1 }
        }
        leaves = document.countedLeaves
        leavesInFragments = count
        self.keys = keys
    }

    /// The share of leaves inside fragments, from 0 to 1.
    var share: Double { leaves == 0 ? 0 : Double(leavesInFragments) / Double(leaves) }
}

extension Node {
    fileprivate static func isAside(_ key: String) -> Bool {
        key.hasPrefix("x-") || key == "example" || key == "examples"
    }

    fileprivate var countedLeaves: Int {
        switch value {
        case .mapping(let mapping) where !mapping.isEmpty:
            mapping.entries.reduce(0) { Self.isAside($1.key) ? $0 : $0 + $1.value.countedLeaves }
        case .sequence(let nodes) where !nodes.isEmpty: nodes.reduce(0) { $0 + $1.countedLeaves }
        default: 1
        }
    }
}

extension Declaration {
    fileprivate func collectFragments(_ fragments: inout [String]) {
        for attribute in attributes { attribute.collectFragments(&fragments) }
        switch kind {
        case .structure(let body), .enumeration(let body), .classOrActor(let body, _), .protocolDeclaration(let body),
            .extensionDeclaration(let body):
            for member in body.members { member.collectFragments(&fragments) }
        case .variable(let variable): variable.initialValue?.collectFragments(&fragments)
        case .function(let function):
            for parameter in function.parameters {
                for attribute in parameter.attributes { attribute.collectFragments(&fragments) }
            }
        case .alias, .enumCase, .other: break
        }
    }
}

extension Attribute {
    fileprivate func collectFragments(_ fragments: inout [String]) {
        for argument in arguments ?? [] {
            if name == "OpenAPI", case .string(let text) = argument.value { fragments.append(text) }
            argument.collectFragments(&fragments)
        }
    }
}

extension Argument {
    fileprivate func collectFragments(_ fragments: inout [String]) {
        if label == "openAPI", case .string(let text) = value { fragments.append(text) }
        value.collectFragments(&fragments)
    }
}

extension Expression {
    fileprivate func collectFragments(_ fragments: inout [String]) {
        switch self {
        case .call(_, let arguments): for argument in arguments { argument.collectFragments(&fragments) }
        case .array(let elements): for element in elements { element.collectFragments(&fragments) }
        case .dictionary(let elements): for element in elements { element.value.collectFragments(&fragments) }
        default: break
        }
    }
}
