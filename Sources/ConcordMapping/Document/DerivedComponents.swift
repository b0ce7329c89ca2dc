import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordYAML

/// A schema under `components` that no declaration states by itself: a generic's use, a request's form of a serializer.
struct DerivedComponent {
    var node: Node
    var origin: Origin
    /// The place of the first use.
    var mark: SourceMark

    /// What a component is made from, so that two of one name are told apart.
    enum Origin: Equatable {
        /// The path of a generic serializer, and what its types are.
        case generic([String], [TypeExpression])
        /// The path of a type that requests have a form of.
        case request([String])
        /// The path of a serializer of which PATCH takes a part.
        case patched([String])
    }
}

extension Generator {
    /// A reference to a component that is made where it is first used.
    mutating func derived(
        _ name: String, from origin: DerivedComponent.Origin, _ use: SchemaUse, at mark: SourceMark,
        make: (inout Generator) -> Node
    ) -> Node {
        if let earlier = derivedComponents[name] {
            if earlier.origin != origin {
                error(
                    "duplicate-component", "two components are called '\(name)'", at: mark,
                    mend: "give one of the types another name", related: ("the other is made here", earlier.mark))
            }
        } else {
            // Stands there while it is made, since it may hold itself.
            derivedComponents[name] = DerivedComponent(node: .mapping(Mapping()), origin: origin, mark: mark)
            let outer = inlining
            inlining = []
            let node = make(&self)
            derivedComponents[name]?.node = node
            inlining = outer
        }
        return reference(Self.pointer("schemas", name), use)
    }

    /// The derived components, but for those whose name a declaration has, which is reported.
    mutating func derivedSchemas(beside declarations: [TypeDeclaration]) -> [Mapping.Entry] {
        let declared = Dictionary(
            declarations.filter { $0.section == "schemas" }.map { ($0.componentWireName, $0.head.mark) },
            uniquingKeysWith: { first, _ in first })
        return derivedComponents.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.compactMap {
            (name, component) in
            guard let mark = declared[name] else { return .init(name, component.node) }
            error(
                "duplicate-component", "two components are called '\(name)': this one is derived", at: component.mark,
                mend: "give the declared one another name, as the first argument of its attribute",
                related: ("the other is declared here", mark))
            return nil
        }
    }
}
