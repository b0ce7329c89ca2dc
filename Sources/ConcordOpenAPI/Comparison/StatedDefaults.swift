import ConcordYAML

/// The keywords of a kind of object with their default values, and its arrays without a significant order.
struct StatedDefaults {
    private let type: any OpenAPIObject.Type

    init(_ type: any OpenAPIObject.Type) {
        self.type = type
    }

    /// Returns the entries without the keywords that have their default value.
    func dropped(from mapping: Mapping) -> Mapping {
        let kept = mapping.entries.filter { !isDefault($0.key, $0.value, in: mapping) }
        return kept.count == mapping.count ? mapping : Mapping(kept)
    }

    /// Returns whether the order of an array is insignificant.
    func isSet(_ key: String) -> Bool {
        type == Schema.self && (key == "required" || key == "type")
    }

    private static let flags: Set<String> = [
        "deprecated", "allowEmptyValue", "allowReserved", "readOnly", "writeOnly", "nullable", "uniqueItems",
        "exclusiveMinimum", "exclusiveMaximum", "required", "wrapped", "attribute",
    ]
    private static let lists: Set<String> = ["parameters", "tags", "required"]

    private func isDefault(_ key: String, _ node: Node, in mapping: Mapping) -> Bool {
        // The keys of paths, responses, and similar maps are names, and extensions have unknown defaults.
        guard type.fields[key] != nil else { return false }
        switch node.value {
        case .bool(false) where Self.flags.contains(key): return true
        case .sequence(let nodes) where nodes.isEmpty && Self.lists.contains(key) && type != Document.self: return true
        case .string(let style) where key == "style": return style == defaultStyle(mapping)
        case .bool(let explode) where key == "explode":
            guard let style = mapping["style"]?.string ?? defaultStyle(mapping) else { return false }
            return explode == (style == "form")
        default: return false
        }
    }

    /// Returns the default style of a parameter or header (OAS 4.12.2.1).
    private func defaultStyle(_ mapping: Mapping) -> String? {
        if type == Header.self { return "simple" }
        guard type == Parameter.self else { return nil }
        switch mapping["in"]?.string {
        case "query", "cookie": return "form"
        case "path", "header": return "simple"
        default: return nil
        }
    }
}
