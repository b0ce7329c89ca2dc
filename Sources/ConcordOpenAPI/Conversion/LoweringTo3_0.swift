import ConcordYAML

extension Conversion {
    /// Converts the constructs whose notation differs between 3.1 and 3.0. Fields that 3.0 doesn't have are removed
    /// afterwards.
    mutating func lowerTo3_0(_ mapping: inout Mapping, of type: any OpenAPIObject.Type, at node: Node) {
        switch type {
        case is Document.Type:
            if mapping["paths"] == nil { mapping["paths"] = .mapping(Mapping()) }
            lowerSecurity(of: &mapping)
        case is Components.Type:
            mapping["pathItems"] = nil  // each is inlined where it was referenced
            removeMutualTLS(from: &mapping)
        case is Operation.Type:
            if mapping["responses"] == nil {
                mapping["responses"] = .mapping(["default": .mapping(["description": ""])])
            }
            lowerSecurity(of: &mapping)
        case is SecurityRequirement.Type: lowerRoles(of: &mapping)
        case is License.Type where mapping["url"] == nil:
            mapping = License(.mapping(mapping)).loweredTo3_0.node.mapping ?? mapping
        case is Schema.Type: lowerSchema(&mapping, at: node)
        default: break
        }
    }

    // MARK: Security

    private func isMutualTLS(_ scheme: Node?) -> Bool {
        scheme.flatMap { resolver.resolve(SecurityScheme($0)) }?.node["type"]?.string == "mutualTLS"
    }

    private mutating func removeMutualTLS(from components: inout Mapping) {
        guard let schemes = components["securitySchemes"]?.mapping else { return }
        for entry in schemes.entries where isMutualTLS(entry.value) {
            components["securitySchemes"]?[entry.key] = nil
            reportLeftOut("'type: mutualTLS' of the security scheme '\(entry.key)'", at: entry.keyPosition)
        }
    }

    /// Removes the roles of schemes other than OAuth and OpenID Connect, which have none in 3.0.
    private mutating func lowerRoles(of requirement: inout Mapping) {
        let schemes = document.node["components"]?["securitySchemes"]
        for index in requirement.entries.indices {
            let entry = requirement.entries[index]
            guard let scheme = schemes?[entry.key], entry.value.sequence?.isEmpty == false,
                let type = resolver.resolve(SecurityScheme(scheme))?.node["type"]?.string,
                !["oauth2", "openIdConnect"].contains(type)
            else { continue }
            requirement.entries[index].value.value = .sequence([])
            reportLeftOut("the roles that '\(entry.key)' needs", at: entry.value.position)
        }
    }

    /// Removes requirements that can't be expressed completely.
    private mutating func lowerSecurity(of mapping: inout Mapping) {
        guard let requirements = mapping["security"]?.sequence else { return }
        let schemes = document.node["components"]?["securitySchemes"]
        var kept: [Node] = []
        for requirement in requirements {
            if let lost = requirement.mapping?.entries.first(where: { isMutualTLS(schemes?[$0.key]) }) {
                reportLeftOut("a requirement of mutual TLS", at: lost.keyPosition)
            } else {
                kept.append(requirement)
            }
        }
        mapping["security"]?.value = .sequence(kept)
    }
}
