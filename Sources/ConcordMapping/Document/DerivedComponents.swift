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

/// A derived component that something refers to.
struct UnmadeComponent {
    var name: String
    /// Which way the values go that it describes.
    var direction: SchemaDirection
    var make: (inout Generator) -> Node
}

extension Generator {
    /// A reference to a component that is made where it is first used.
    mutating func derived(
        _ name: String, from origin: DerivedComponent.Origin, _ use: SchemaUse, at mark: SourceMark,
        make: @escaping (inout Generator) -> Node
    ) -> Node {
        if let earlier = output.derivedComponents[name] {
            if earlier.origin != origin {
                error(
                    "duplicate-component", "two components are called '\(name)'", at: mark,
                    help: "give one of the types another name", related: ("the other is made here", earlier.mark))
            }
        } else {
            // Stands there before it is made, since it may hold itself.
            output.derivedComponents[name] = DerivedComponent(node: .mapping(Mapping()), origin: origin, mark: mark)
            output.unmadeComponents.append(UnmadeComponent(name: name, direction: direction, make: make))
            if !output.isMakingComponents { makeComponents() }
        }
        return reference(Self.pointer("schemas", name), use)
    }

    /// Makes the components that are referred to, and those that they refer to in turn, one after the other: a chain of
    /// them may be longer than the stack is deep.
    private mutating func makeComponents() {
        output.isMakingComponents = true
        let (outerTypes, outerDirection) = (inlining, direction)
        while let next = output.unmadeComponents.popLast() {
            (inlining, direction) = ([], next.direction)
            let node = next.make(&self)
            output.derivedComponents[next.name]?.node = node
        }
        (inlining, direction) = (outerTypes, outerDirection)
        output.isMakingComponents = false
    }

    /// The derived components, but for those whose name a declaration has, which is reported.
    mutating func derivedSchemas(beside declarations: [TypeDeclaration]) -> [Mapping.Entry] {
        let declared = Dictionary(
            declarations.filter { $0.section == "schemas" }.map { ($0.componentWireName, $0.head.mark) },
            uniquingKeysWith: { first, _ in first })
        return output.derivedComponents.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.compactMap {
            (name, component) in
            guard let mark = declared[name] else { return .init(name, component.node) }
            error(
                "duplicate-component", "two components are called '\(name)': this one is derived", at: component.mark,
                help: "give the declared one another name, as the first argument of its attribute",
                related: ("the other is declared here", mark))
            return nil
        }
    }
}
