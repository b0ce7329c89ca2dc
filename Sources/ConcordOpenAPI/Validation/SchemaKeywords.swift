import ConcordYAML

/// The keywords of a schema that rules check, collected in one pass. Most schemas have few.
struct SchemaKeywords {
    /// A group of keywords that are checked together.
    struct Group: OptionSet {
        let rawValue: UInt16
        static let type = Group(rawValue: 1)
        static let reference = Group(rawValue: 2)
        static let enumeration = Group(rawValue: 4)
        static let required = Group(rawValue: 8)
        static let range = Group(rawValue: 16)
        static let access = Group(rawValue: 32)
        static let nullable = Group(rawValue: 64)
        static let branches = Group(rawValue: 128)
        static let pattern = Group(rawValue: 256)
        static let discriminator = Group(rawValue: 512)
        static let value = Group(rawValue: 1024)
    }

    private struct Keyword {
        var group: Group = []
        /// The types that the keyword applies to. An empty array represents all types.
        var types: [Schema.ValueType] = []
    }

    private var groups: Group = []
    /// The entries that have no effect on the schema's types.
    private(set) var ofOtherTypes: [Mapping.Entry] = []

    init(_ mapping: Mapping) {
        let types = Schema(Node(.mapping(mapping))).types
        for entry in mapping.entries {
            guard let keyword = Self.keywords[entry.key] else { continue }
            groups.formUnion(keyword.group)
            guard !types.isEmpty, !keyword.types.isEmpty, !keyword.types.contains(where: types.contains) else {
                continue
            }
            ofOtherTypes.append(entry)
        }
    }

    func has(_ group: Group) -> Bool { !groups.isDisjoint(with: group) }

    /// Whether the schema has at most a type.
    var hasNothing: Bool { groups.isSubset(of: .type) && ofOtherTypes.isEmpty }

    private static let keywords: [String: Keyword] = {
        var keywords: [String: Keyword] = [
            "type": Keyword(group: .type), "$ref": Keyword(group: .reference), "enum": Keyword(group: .enumeration),
            "readOnly": Keyword(group: .access), "nullable": Keyword(group: .nullable),
            "discriminator": Keyword(group: .discriminator),
            "pattern": Keyword(group: .pattern, types: [.string]),
            "patternProperties": Keyword(group: .pattern, types: [.object]),
            "required": Keyword(group: .required, types: [.object]),
            "uniqueItems": Keyword(types: [.array]), "items": Keyword(types: [.array]),
            "prefixItems": Keyword(types: [.array]), "contains": Keyword(types: [.array]),
            "properties": Keyword(types: [.object]), "additionalProperties": Keyword(types: [.object]),
            "propertyNames": Keyword(types: [.object]),
        ]
        for key in ["allOf", "anyOf", "oneOf"] { keywords[key] = Keyword(group: .branches) }
        for key in ["default", "example", "examples"] { keywords[key] = Keyword(group: .value) }
        for key in ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"] {
            keywords[key] = Keyword(group: .range, types: [.number, .integer])
        }
        for key in ["minLength", "maxLength"] { keywords[key] = Keyword(group: .range, types: [.string]) }
        for key in ["minItems", "maxItems", "minContains", "maxContains"] {
            keywords[key] = Keyword(group: .range, types: [.array])
        }
        for key in ["minProperties", "maxProperties"] { keywords[key] = Keyword(group: .range, types: [.object]) }
        return keywords
    }()
}
