import ConcordDiagnostics
import ConcordYAML

extension DocumentRule {
    static let referenceRules = [
        unresolvedReference, referenceToRoot, referenceToAnotherKind, circularReference, componentName, unusedComponent,
    ]

    /// This rule is reported while a document is read, and for the operations of links.
    static let unresolvedReference = DocumentRule(
        "unresolved-reference", .error, "The target of a reference does not exist.",
        reason: "Names are case-sensitive. In a JSON Pointer, write '/' as '~1' and '~' as '~0'.",
        source: "Reference Object, $ref: \"This MUST be in the form of a URI\" that identifies the referenced value",
        wrong: """
            components:
              schemas:
                Pet: {type: object}
                Pets: {type: array, items: {$ref: '#/components/schemas/pet'}}
            """,
        right: """
            components:
              schemas:
                Pet: {type: object}
                Pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
            """)

    static let referenceToRoot = DocumentRule(
        "reference-to-root", .warning, "A reference in another file means the main document, but does not name it.",
        reason: """
            '#/components/schemas/Pet' refers to the file that contains the reference. Many tools resolve it against \
            the main document, and so does Concord if the file has no such target.
            """,
        source: "RFC 3986, 4.4: a reference that is only a fragment refers to the file that contains it",
        wrong: nil,
        right: nil)

    static let referenceToAnotherKind = DocumentRule(
        "reference-to-another-kind", .error, "The target of a reference has the wrong type.",
        reason: "For example, a reference in place of a parameter must point to a parameter.",
        source: "Components Object and the table of fields of each object: the type beside \"Reference Object\"",
        wrong: """
            paths:
              /pets:
                get:
                  responses: {'200': {$ref: '#/components/schemas/Pet'}}
            components:
              schemas: {Pet: {type: object}}
            """,
        right: """
            paths:
              /pets:
                get:
                  responses:
                    '200':
                      description: A pet.
                      content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
            components:
              schemas: {Pet: {type: object}}
            """)

    static let circularReference = DocumentRule(
        "circular-reference", .error, "References form a cycle without a value.",
        reason:
            "A schema can contain itself in its properties or items. A schema that only refers to itself has no meaning.",
        source: "JSON Schema Core 9.4.1: \"A schema MUST NOT be run into an infinite loop\"",
        wrong: """
            components:
              schemas:
                Pet: {$ref: '#/components/schemas/Animal'}
                Animal: {$ref: '#/components/schemas/Pet'}
            """,
        right: """
            components:
              schemas:
                Pet: {$ref: '#/components/schemas/Animal'}
                Animal: {type: object, properties: {parent: {$ref: '#/components/schemas/Pet'}}}
            """)

    static let componentName = DocumentRule(
        "component-name", .error, "The name of a component contains characters that are not allowed.",
        reason: "Component names are used in references and become type names in most languages.",
        source: "Components Object: \"keys that match the regular expression: ^[a-zA-Z0-9\\.\\-_]+$\"",
        wrong: """
            components:
              schemas:
                House pet: {type: object}
            """,
        right: """
            components:
              schemas:
                HousePet: {type: object}
            """)

    static let unusedComponent = DocumentRule(
        "unused-component", .note, "A component is not used.",
        reason: "It may be obsolete, or other documents may refer to it.",
        source: "Components Object: they have \"no effect on the API unless they are explicitly referenced\"",
        wrong: """
            paths:
              /pets: {get: {responses: {'200': {description: The pets.}}}}
            components:
              schemas:
                Pet: {type: object}
            """,
        right: """
            paths:
              /pets:
                get:
                  responses:
                    '200':
                      description: The pets.
                      content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
            components:
              schemas:
                Pet: {type: object}
            """)
}

extension DocumentValidation {
    /// Checks that a valid reference has a target of the right kind.
    mutating func checkReference(_ text: String, in node: Node, to type: any OpenAPIObject.Type) {
        // Without `$id`, equal references have the same target.
        let reference = KnownReference(text: text, type: ObjectIdentifier(type))
        guard !soundReferences.contains(reference) else { return }
        let count = findings.count
        checkKind(of: text, in: node, to: type)
        checkCircle(text, in: node)
        guard findings.count == count, document.links.bases.isEmpty,
            case .success(let target) = resolver.target(of: text, in: node),
            target.loneReference == nil
        else { return }
        soundReferences.insert(reference)
    }

    private func checkKind(of text: String, in node: Node, to type: any OpenAPIObject.Type) {
        guard text.utf8.first == UInt8(ascii: "#"),
            let pointer = URIReference(text).fragment.flatMap({ JSONPointer($0) }),
            let kind = FieldKind.kind(at: pointer), !kind.isObject(of: type),
            case .success(let target) = resolver.target(of: text, in: node)
        else { return }
        report(
            .referenceToAnotherKind, "the target must be \(type.fields.name), but '\(text)' is \(kind.wording)",
            at: (node["$ref"] ?? node).position, help: suggestion(for: pointer.tokens.last ?? "", of: type),
            related: ("the target is here", target.position))
    }

    private func suggestion(for name: String, of type: any OpenAPIObject.Type) -> String? {
        for field in Components.fields.fields {
            guard case .map(let kind) = field.kind, kind.isObject(of: type),
                let section = document.components?.node[field.name]?.mapping, section.count <= 5_000
            else { continue }
            let same = section.keys.first { $0 == name } ?? section.keys.nearest(to: name)
            return same.map { "did you mean '#/components/\(field.name)/\($0)'?" }
        }
        return nil
    }

    /// Reports a cycle of references without other content.
    private func checkCircle(_ text: String, in node: Node) {
        guard case .success(var target) = resolver.target(of: text, in: node), target.loneReference != nil else {
            return
        }
        var steps = 0
        while let next = target.loneReference, steps < 100 {
            if target.position == node.position, node.position != .none, node.loneReference != nil {
                report(
                    .circularReference, "'\(text)' only refers back to itself",
                    at: (node["$ref"] ?? node).position,
                    help: "replace one reference of the cycle with a value")
                return
            }
            guard case .success(let following) = resolver.target(of: next, in: target) else { return }
            target = following
            steps += 1
        }
    }

    mutating func check(_ components: Components) {
        for section in components.node.mapping ?? Mapping() where Components.fields[section.key] != nil {
            for entry in section.value.mapping ?? Mapping() where !entry.key.isComponentName {
                report(
                    .componentName, "'\(entry.key)' is not a valid component name", at: entry.keyPosition,
                    help: "use only letters, digits, '.', '-' and '_', as in '\(entry.key.asComponentName)'")
            }
        }
    }

    /// Reports components that no path uses. Documents without paths only serve as targets of references.
    mutating func checkUnusedComponents() {
        guard document.paths?.items.isEmpty == false || !document.webhooks.isEmpty else { return }
        let used = uses.reached
        for section in document.components?.node.mapping ?? Mapping()
        where Components.fields[section.key] != nil && section.key != "pathItems" {
            for entry in section.value.mapping ?? Mapping()
            where !used.contains(ReachedComponents.Component(section: section.key, name: entry.key)) {
                report(
                    .unusedComponent, "'\(entry.key)' is not used", at: entry.keyPosition,
                    help: "remove it, unless other documents refer to it")
            }
        }
    }
}

/// A reference, and the type of its target.
struct KnownReference: Hashable {
    var text: String
    var type: ObjectIdentifier
}

/// The components that the paths of a document refer to, directly or indirectly.
struct ReachedComponents {
    struct Component: Hashable {
        var section: String
        var name: String
    }

    /// The components that each component refers to. Those that the rest of the document refers to have the key `nil`.
    private var uses: [Component?: Set<Component>] = [:]
    /// The components that extend another one and can replace it because of its discriminator.
    private var extensions: [Component: Set<Component>] = [:]
    /// The components that references refer to, keyed by the reference.
    private var targets: [String: Component] = [:]

    /// Records a reference at a path in the document.
    mutating func note(_ reference: String, at path: [PathStep]) {
        guard reference.hasPrefix("#/components/") else { return }
        guard let target = component(ofReference: reference) else { return }
        let holder = Self.component(at: path)
        uses[holder, default: []].insert(target)
        if let holder, path.dropLast().dropLast().last == .key("allOf") {
            extensions[target, default: []].insert(holder)
        }
    }

    private mutating func component(ofReference reference: String) -> Component? {
        if let known = targets[reference] { return known }
        let tokens = reference.dropFirst("#/components/".count).split(separator: "/", omittingEmptySubsequences: false)
        guard tokens.count >= 2 else { return nil }
        let pointer = JSONPointer("/" + URIReference.percentDecoded(tokens[1]))
        let target = Component(section: String(tokens[0]), name: pointer?.tokens.first ?? String(tokens[1]))
        targets[reference] = target
        return target
    }

    /// Records a component that a path in the document refers to by name.
    mutating func note(_ name: String, in section: String, at path: [PathStep]) {
        uses[Self.component(at: path), default: []].insert(Component(section: section, name: name))
    }

    private static func component(at path: [PathStep]) -> Component? {
        guard path.count >= 3, path[0] == .key("components"), case .key(let section) = path[1],
            case .key(let name) = path[2]
        else { return nil }
        return Component(section: section, name: name)
    }

    /// The schemas on cycles of references, and between two cycles.
    var circularSchemas: Set<String> {
        var edges: [String: Set<String>] = [:]
        for (holder, targets) in uses {
            guard let holder, holder.section == "schemas" else { continue }
            edges[holder.name] = Set(targets.lazy.filter { $0.section == "schemas" }.map(\.name))
        }
        return Set(Self.withoutEnds(Self.reversed(Self.withoutEnds(edges))).keys)
    }

    /// Returns the edges without those to nodes that have no further edges.
    private static func withoutEnds(_ edges: [String: Set<String>]) -> [String: Set<String>] {
        let origins = reversed(edges)
        var counts = edges.mapValues(\.count)
        var ends = origins.keys.filter { edges[$0]?.isEmpty != false }
        while let end = ends.popLast() {
            for origin in origins[end] ?? [] {
                counts[origin, default: 1] -= 1
                if counts[origin] == 0 { ends.append(origin) }
            }
        }
        let kept = counts.filter { $0.value > 0 }
        return edges.filter { kept[$0.key] != nil }.mapValues { $0.filter { kept[$0] != nil } }
    }

    private static func reversed(_ edges: [String: Set<String>]) -> [String: Set<String>] {
        var origins: [String: Set<String>] = [:]
        for (origin, targets) in edges { for target in targets { origins[target, default: []].insert(origin) } }
        return origins
    }

    /// The components that are reachable from outside the components.
    var reached: Set<Component> {
        var reached: Set<Component> = []
        var pending = Array(uses[nil] ?? [])
        while let next = pending.popLast() {
            guard reached.insert(next).inserted else { continue }
            pending += uses[next] ?? []
            pending += extensions[next] ?? []
        }
        return reached
    }
}

extension Node {
    /// The value of `$ref`, if the node has no other content except a description.
    var loneReference: String? {
        guard let mapping, let text = mapping["$ref"]?.string else { return nil }
        let others = ["summary", "description"]
        return mapping.allSatisfy { $0.key == "$ref" || others.contains($0.key) || $0.key.hasPrefix("x-") } ? text : nil
    }
}

extension FieldKind {
    /// Returns the kind of the value at a pointer according to the field tables, or `nil` if they don't define it.
    static func kind(at pointer: JSONPointer) -> FieldKind? {
        var kind = FieldKind.object(Document.self)
        for token in pointer.tokens {
            switch kind {
            case .object(let type), .reference(let type):
                if type.fields.allowsExtensions, token.hasPrefix("x-") { return nil }
                guard let next = type.fields[token]?.kind ?? type.fields.others else { return nil }
                kind = next
            case .list(let element), .map(let element): kind = element
            default: return nil
            }
        }
        return kind
    }

    /// Returns whether the kind is an object of a type, directly or by reference.
    func isObject(of type: any OpenAPIObject.Type) -> Bool {
        switch self {
        case .object(let own), .reference(let own): own == type
        case .any, .either: true
        default: false
        }
    }
}

extension String {
    /// Whether the string can be the name of a component (Components Object).
    fileprivate var isComponentName: Bool { !isEmpty && utf8.allSatisfy(Self.isComponentByte) }

    fileprivate var asComponentName: String {
        let name = String(decoding: utf8.map { Self.isComponentByte($0) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
        return name.isEmpty ? "_" : name
    }

    private static func isComponentByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
    }
}
