import ConcordYAML

extension Conversion {
    /// Converts a schema of 3.0's dialect to JSON Schema 2020-12.
    mutating func raiseSchema(_ mapping: inout Mapping) {
        raiseSiblings(of: &mapping)
        raiseNullable(of: &mapping)
        raiseBound("minimum", "exclusiveMinimum", of: &mapping)
        raiseBound("maximum", "exclusiveMaximum", of: &mapping)
        raiseContent(of: &mapping)
        if let index = mapping.index(of: "example"), mapping["examples"] == nil {
            let example = mapping.entries[index]
            mapping.entries[index] = Mapping.Entry(
                "examples", Node(.sequence([example.value]), at: example.value.position),
                keyPosition: example.keyPosition)
        }
    }

    /// Handles the siblings of a reference, which 3.0 ignores. Annotations are kept, and other keywords are removed.
    private mutating func raiseSiblings(of mapping: inout Mapping) {
        guard mapping["$ref"]?.string != nil else { return }
        for entry in mapping.entries where entry.key != "$ref" && !entry.key.hasPrefix("x-") {
            if ["title", "description", "deprecated", "readOnly", "writeOnly"].contains(entry.key) {
                report(
                    .note, "begins-to-count", "'\(entry.key)' beside a reference takes effect in OpenAPI 3.1",
                    at: entry.keyPosition)
            } else {
                mapping[entry.key] = nil
                report(
                    .note, "left-out", "'\(entry.key)' beside a reference has no effect in OpenAPI 3.0 and is removed",
                    at: entry.keyPosition)
            }
        }
    }

    /// Converts `format: byte` to `contentEncoding: base64` (OAS 3.1, "Considerations for File Uploads").
    private func raiseContent(of mapping: inout Mapping) {
        guard mapping["format"]?.string == "byte", mapping["contentEncoding"] == nil,
            let index = mapping.index(of: "format")
        else { return }
        mapping.entries[index].key = "contentEncoding"
        mapping.entries[index].value.value = .string("base64")
    }

    private mutating func raiseNullable(of mapping: inout Mapping) {
        guard let nullable = mapping.entry("nullable") else { return }
        mapping["nullable"] = nil
        guard nullable.value.bool == true else { return }
        if let type = mapping["type"], type.string != nil {
            if mapping["enum"]?.sequence == [.null] {
                mapping["enum"] = nil
                mapping["type"]?.value = .string("null")
                return
            }
            let null = Node(.string("null"), at: nullable.value.position)
            mapping["type"]?.value = .sequence([type, null])
        } else if mapping["type"] == nil {
            report(
                .note, "left-out", "'nullable' has no effect in OpenAPI 3.0 without a 'type' and is removed",
                at: nullable.keyPosition)
        }
    }

    private mutating func raiseBound(_ bound: String, _ exclusive: String, of mapping: inout Mapping) {
        guard let isExclusive = mapping[exclusive]?.bool else { return }
        guard isExclusive, let index = mapping.index(of: bound), mapping.entries[index].value.number != nil else {
            mapping[exclusive] = nil
            return
        }
        mapping.entries[index].key = exclusive
        if let flag = mapping.entries.lastIndex(where: { $0.key == exclusive && $0.value.bool != nil }) {
            mapping.entries.remove(at: flag)
        }
    }
}
