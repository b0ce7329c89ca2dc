import ConcordYAML

extension Conversion {
    /// Converts the constructs whose notation differs between 3.2 and 3.1. Fields that 3.1 doesn't have are removed
    /// afterwards.
    mutating func lowerTo3_1(_ mapping: inout Mapping, of type: any OpenAPIObject.Type) {
        switch type {
        case is Components.Type:
            mapping["mediaTypes"] = nil  // each is inlined where it was referenced
            removeQueryStrings(from: &mapping)
        case is Operation.Type, is PathItem.Type: removeQueryStrings(from: &mapping)
        case is Response.Type: lowerSummary(of: &mapping)
        case is Parameter.Type: lowerStyle(of: &mapping)
        case is Example.Type: lowerValues(of: &mapping)
        case is XML.Type: lowerNodeType(of: &mapping)
        case is SecurityRequirement.Type: lowerURIs(of: &mapping)
        default: break
        }
    }

    /// Removes parameters for the whole query string, which have no equivalent.
    private mutating func removeQueryStrings(from mapping: inout Mapping) {
        guard let parameters = mapping["parameters"] else { return }
        switch parameters.value {
        case .sequence(let nodes):
            mapping["parameters"]?.value = .sequence(nodes.filter { !isQueryString($0, reportedAt: $0.position) })
        case .mapping(let named):
            let kept = named.entries.filter { !isQueryString($0.value, reportedAt: $0.keyPosition) }
            mapping["parameters"]?.value = .mapping(Mapping(kept))
        default: break
        }
    }

    private mutating func isQueryString(_ node: Node, reportedAt position: Position) -> Bool {
        guard resolver.resolve(Parameter(node))?.in == "querystring" else { return false }
        reportLeftOut("a parameter 'in: querystring'", at: position)
        return true
    }

    /// Converts the summary to the description, which 3.1 requires.
    private mutating func lowerSummary(of response: inout Mapping) {
        guard response["description"] == nil, response["$ref"] == nil else { return }
        if let index = response.index(of: "summary") {
            response.entries[index].key = "description"
        } else {
            response["description"] = .string("")
        }
    }

    private mutating func lowerStyle(of parameter: inout Mapping) {
        guard let style = parameter.entry("style"), style.value.string == "cookie" else { return }
        parameter["style"] = nil
        reportLeftOut("'style: cookie'", at: style.keyPosition)
    }

    private mutating func lowerValues(of example: inout Mapping) {
        guard example["value"] == nil else { return }
        if let index = example.index(of: "dataValue") {
            example.entries[index].key = "value"
        } else if example["externalValue"] == nil, let index = example.index(of: "serializedValue") {
            example.entries[index].key = "value"
        }
    }

    private mutating func lowerNodeType(of xml: inout Mapping) {
        guard let index = xml.index(of: "nodeType") else { return }
        switch xml.entries[index].value.string {
        case "attribute":
            xml.entries[index].key = "attribute"
            xml.entries[index].value.value = .bool(true)
        case "element": xml.entries.remove(at: index)
        default: break
        }
    }

    /// Replaces the URI of a scheme with the component's name if it refers to a component of this document.
    private mutating func lowerURIs(of requirement: inout Mapping) {
        let names = Set(document.node["components"]?["securitySchemes"]?.mapping?.keys ?? [])
        for index in requirement.entries.indices {
            let entry = requirement.entries[index]
            guard !names.contains(entry.key) else { continue }
            let pointer = JSONPointer(URIReference(entry.key).fragment ?? "")
            if let tokens = pointer?.tokens, tokens.count == 3, tokens[1] == "securitySchemes",
                names.contains(tokens[2])
            {
                requirement.entries[index].key = tokens[2]
            } else if entry.key.contains("/") {
                report(
                    .warning, "left-out", "OpenAPI 3.1 identifies security schemes only by name, not by URI",
                    at: entry.keyPosition)
            }
        }
    }
}
