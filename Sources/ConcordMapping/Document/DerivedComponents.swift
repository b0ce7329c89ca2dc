import ConcordDeclarations
import ConcordDiagnostics
import ConcordOutline
import ConcordYAML

/// A schema under `components` that has no declaration of its own, such as a specialization of a generic serializer or
/// the request form of a serializer.
struct DerivedComponent {
    var node: Node
    var origin: Origin
    /// The position of the first use.
    var mark: SourceMark

    /// The declaration that a component is derived from. It distinguishes two components with the same name.
    enum Origin: Equatable {
        /// The path of a generic serializer, and its type arguments.
        case generic([String], [TypeExpression])
        /// The path of the type that the request form belongs to.
        case request([String])
        /// The path of the serializer whose properties are optional in PATCH requests.
        case patched([String])
    }
}

/// A derived component that something refers to, but that has not been created yet.
struct UnmadeComponent {
    var name: String
    /// The direction of the values that the component describes.
    var direction: SchemaDirection
    var make: (inout Generator) -> Node
}

extension Generator {
    /// Returns a reference to a derived component, which is created on its first use.
    mutating func derived(
        _ name: String, from origin: DerivedComponent.Origin, _ use: SchemaUse, at mark: SourceMark,
        make: @escaping (inout Generator) -> Node
    ) -> Node {
        if let earlier = output.derivedComponents[name] {
            if earlier.origin != origin {
                error(
                    "duplicate-component", "two components have the name '\(name)'", at: mark,
                    help: "rename one of the types", related: ("the other is derived here", earlier.mark))
            }
        } else {
            // Registered before it is created because the component may refer to itself.
            output.derivedComponents[name] = DerivedComponent(node: .mapping(Mapping()), origin: origin, mark: mark)
            output.unmadeComponents.append(UnmadeComponent(name: name, direction: direction, make: make))
            if !output.isMakingComponents { makeComponents() }
        }
        return reference(Self.pointer("schemas", name), use)
    }

    /// Creates the components that are referred to, and then those that they refer to. It uses a loop instead of
    /// recursion, because the chain of references may be deeper than the stack.
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

    /// Returns the derived components. If a declaration has the same name as a derived component, reports and omits the
    /// derived component.
    mutating func derivedSchemas(beside declarations: [TypeDeclaration]) -> [Mapping.Entry] {
        let declared = Dictionary(
            declarations.filter { $0.section == "schemas" }.map { ($0.componentWireName, $0.head.mark) },
            uniquingKeysWith: { first, _ in first })
        return output.derivedComponents.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.compactMap {
            (name, component) in
            guard let mark = declared[name] else { return .init(name, component.node) }
            error(
                "duplicate-component", "two components have the name '\(name)'; this one is derived",
                at: component.mark,
                help: "rename the declared one with the first argument of its attribute",
                related: ("the other is declared here", mark))
            return nil
        }
    }
}
