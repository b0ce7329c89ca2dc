import ConcordYAML

/// `$dynamicRef`: a reference whose target depends on the schemas through which the evaluation came to it.
extension SchemaEvaluator {
    /// Evaluates inside the schema resource that a schema belongs to.
    mutating func inResource(of schema: Node, _ evaluate: (inout SchemaEvaluator) -> Verdict) -> Verdict {
        guard resolver.hasDynamicAnchors else { return evaluate(&self) }
        let resource = resolver.resource(of: schema)
        if dynamicScope.last == resource { return evaluate(&self) }
        dynamicScope.append(resource)
        defer { dynamicScope.removeLast() }
        return evaluate(&self)
    }

    /// Returns the outermost schema in the dynamic scope with the anchor, if the reference points to a
    /// `$dynamicAnchor`; otherwise the target of `$ref`.
    func dynamicTarget(of reference: String, in node: Node) -> Node? {
        guard let target = try? resolver.target(of: reference, in: node).get() else { return nil }
        guard let name = URIReference(reference).fragment, target["$dynamicAnchor"]?.string == name else {
            return target
        }
        return dynamicScope.lazy.compactMap { resolver.dynamicAnchor(name, in: $0) }.first ?? target
    }
}

extension ReferenceResolver {
    /// Returns the schema of a resource that has a `$dynamicAnchor`.
    fileprivate func dynamicAnchor(_ name: String, in resource: String) -> Node? {
        guard let node = links.identified[resource + "#" + name], node["$dynamicAnchor"]?.string == name else {
            return nil
        }
        return node
    }
}
