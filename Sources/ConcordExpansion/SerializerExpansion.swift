import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

extension TypeExpander {
    func expand(_ serializer: SerializerDeclaration) -> Expansion {
        if let selection = serializer.selection { return expand(serializer, composedOf: selection) }
        var codecs = CodecTable(qualified: qualified)
        var rules = RuleTable()
        let properties = serializer.properties.map { PropertyExpansion($0, of: serializer, &codecs, &rules) }
        let computed = serializer.computed.map { PropertyExpansion($0, of: serializer, &codecs, &rules) }
        let all = rules.add("_all", serializer.keywords.filter([.minProperties, .maxProperties]).rules)
        let parts = properties.compactMap(\.part)
        let protocols =
            "\(Core.machinery("WireObject")), \(Core.name("WireValue"))"
            + (parts.isEmpty ? "" : ", \(Core.machinery("FormSerializer"))")
        let text = conformance(protocols) { writer in
            write(codecs, rules, to: &writer)
            writeComponentName(serializer.head, to: &writer)
            readingInitializer(&writer) { read(properties, computed, serializer, all: all, to: &$0) }
            writer.line()
            writingPropertiesFunction(&writer) { writer in
                for property in properties + computed { property.write(to: &writer) }
            }
            if !parts.isEmpty {
                writer.line()
                let type = "[Swift.String: \(Core.machinery("PartRules"))]"
                writer.line("\(access)static var _parts: \(type) { \(parts.dictionary) }")
            }
        }
        return Expansion(members: members(codecs, rules), extensions: [text])
    }

    private func read(
        _ properties: [PropertyExpansion], _ computed: [PropertyExpansion], _ serializer: SerializerDeclaration,
        all: String?, to writer: inout SwiftWriter
    ) {
        let branches = properties.filter(\.isBranch)
        let own = properties.filter { !$0.isBranch }
        if !branches.isEmpty {
            writer.line("let start = json.position")
            for branch in branches {
                writer.line("let \(branch.local) = json.read(\(branch.codec))")
                writer.line("json.rewind(to: start)")
            }
        }
        for property in own { property.declare(to: &writer) }
        writer.line("guard var object = json.beginObject() else { return nil }")
        writer.block("while let key = json.nextKey(&object)") { writer in
            readKeys(own, computed, serializer, to: &writer)
        }
        if let all { writer.line("json.check(object, \(all))") }
        for property in own { property.require(to: &writer) }
        let needed = properties.compactMap(\.binding)
        if !needed.isEmpty { writer.line("guard \(needed.joined(separator: ", ")) else { return nil }") }
        for property in properties { property.assign(to: &writer) }
    }

    private func readKeys(
        _ own: [PropertyExpansion], _ computed: [PropertyExpansion], _ serializer: SerializerDeclaration,
        to writer: inout SwiftWriter
    ) {
        let named = own.filter { $0.isOwn }
        let rest = own.first { $0.isRest }
        writer.line("switch key {")
        for property in named {
            writer.line("case \(SwiftWriter.literal(property.wireName)): \(property.reading)")
        }
        for property in computed { writer.line("case \(SwiftWriter.literal(property.wireName)): json.ignore(key)") }
        for property in own {
            guard let nameRules = property.nameRules else { continue }
            let condition = "\(nameRules).allow(key.text, \(Core.machinery("Wire.value(Swift.String.self)")))"
            writer.line("case _ where \(condition): \(property.local).read(key, &json\(property.rulesArgument))")
        }
        if let rest {
            writer.line("default: \(rest.local).read(key, &json\(rest.rulesArgument))")
        } else if serializer.keywords[.additionalProperties] == .literal(.boolean(false)) {
            writer.line("default: json.refuse(key)")
        } else {
            writer.line("default: json.ignore(key)")
        }
        writer.line("}")
    }
}

extension SchemaKeywords {
    /// Returns only these keywords.
    func filter(_ keywords: Set<Keyword>) -> SchemaKeywords {
        var result = SchemaKeywords()
        for (keyword, value) in stated where keywords.contains(keyword) { result[keyword] = value }
        return result
    }

    /// Returns all keywords except these.
    func without(_ keywords: Set<Keyword>) -> SchemaKeywords {
        var result = SchemaKeywords()
        for (keyword, value) in stated where !keywords.contains(keyword) { result[keyword] = value }
        return result
    }
}
