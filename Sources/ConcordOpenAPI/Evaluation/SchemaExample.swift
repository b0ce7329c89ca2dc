import ConcordYAML

/// Makes values that schemas accept: their examples, else values made up from their keywords.
struct SchemaExample {
    private var evaluator: SchemaEvaluator
    private let resolver: ReferenceResolver
    /// Deeper than this, what need not be there is left out.
    private static let deepest = 6

    init(_ document: Document, _ resolver: ReferenceResolver) {
        evaluator = SchemaEvaluator(
            resolver: resolver, version: document.version, dialect: document.node["jsonSchemaDialect"])
        evaluator.direction = .response
        self.resolver = resolver
    }

    /// Returns a value for a media type: the first of its examples that its schema accepts, else a value made up.
    ///
    /// - Returns: `nil` if no value was found that the schema accepts.
    mutating func value(of mediaType: MediaType) -> Node? {
        guard let schema = mediaType.node["schema"] else { return mediaType.node["example"] }
        var examples = [mediaType.node["example"]].compactMap { $0 }
        for entry in mediaType.node["examples"]?.mapping ?? Mapping() {
            let example = resolver.resolve(Example(entry.value))?.node
            if let value = example?["dataValue"] ?? example?["value"] { examples.append(value) }
        }
        return examples.first { accepts($0, schema) } ?? value(of: schema)
    }

    /// Returns a value that a schema accepts; `nil` if none was found.
    mutating func value(of schema: Node) -> Node? {
        candidates(schema, depth: 0).first { accepts($0, schema) }
    }

    private mutating func accepts(_ value: Node, _ schema: Node) -> Bool {
        let (failures, doubt) = evaluator.judgement(of: value, in: schema)
        return failures.isEmpty && doubt == nil
    }

    /// Values that are likely to be accepted, the likeliest first.
    private mutating func candidates(_ schema: Node, depth: Int) -> [Node] {
        guard depth < Self.deepest * 2 else { return [] }
        if let reference = schema["$ref"]?.string {
            guard case .success(let target) = resolver.target(of: reference, in: schema) else { return [] }
            return candidates(target, depth: depth + 1)
        }
        guard let mapping = schema.mapping else { return [.string("string")] }
        var found = ["const", "example", "default"].compactMap { mapping[$0] }
        found += mapping["examples"]?.sequence ?? []
        found += mapping["enum"]?.sequence ?? []
        if let parts = mapping["allOf"]?.sequence { found += merged(parts, mapping, depth: depth) }
        for keyword in ["oneOf", "anyOf"] {
            for branch in mapping[keyword]?.sequence ?? [] {
                found += combined(candidates(branch, depth: depth + 1), mapping, depth: depth)
            }
        }
        for type in types(of: mapping) { found += made(type, mapping, depth: depth) }
        return found
    }

    private func types(of schema: Mapping) -> [String] {
        if let types = schema["type"]?.sequence {
            return types.compactMap(\.string).sorted { $0 != "null" && $1 == "null" }
        }
        if let type = schema["type"]?.string { return [type] }
        if schema["properties"] != nil || schema["required"] != nil { return ["object"] }
        if schema["items"] != nil { return ["array"] }
        return ["string", "object", "integer", "array", "boolean", "null"]
    }

    /// Objects with the properties of all parts.
    private mutating func merged(_ parts: [Node], _ schema: Mapping, depth: Int) -> [Node] {
        var mapping = Mapping()
        for part in parts {
            guard let value = candidates(part, depth: depth + 1).first(where: { accepts($0, part) }) else { continue }
            guard let object = value.mapping else { return [value] }
            for entry in object { mapping[entry.key] = entry.value }
        }
        return combined([.mapping(mapping)], schema, depth: depth) + [.mapping(mapping)]
    }

    /// Objects with the schema's own properties beside those of a branch.
    private mutating func combined(_ values: [Node], _ schema: Mapping, depth: Int) -> [Node] {
        guard schema["properties"] != nil, let own = object(schema, depth: depth).mapping else { return values }
        return values.map { value in
            guard var mapping = value.mapping else { return value }
            for entry in own where mapping[entry.key] == nil { mapping[entry.key] = entry.value }
            return .mapping(mapping)
        }
    }

    private mutating func made(_ type: String, _ schema: Mapping, depth: Int) -> [Node] {
        switch type {
        case "object": [object(schema, depth: depth)]
        case "array": [array(schema, depth: depth), .sequence([])]
        case "boolean": [.bool(true)]
        case "null": [.null]
        case "integer", "number": Self.numbers(schema)
        default: Self.strings(schema)
        }
    }

    private mutating func object(_ schema: Mapping, depth: Int) -> Node {
        let required = Set((schema["required"]?.sequence ?? []).compactMap(\.string))
        var result = Mapping()
        for property in schema["properties"]?.mapping ?? Mapping() {
            if depth >= Self.deepest, !required.contains(property.key) { continue }
            if property.value["writeOnly"]?.bool == true { continue }
            if let value = candidates(property.value, depth: depth + 1).first(where: { accepts($0, property.value) }) {
                result[property.key] = value
            }
        }
        let others = schema["additionalProperties"]
        for name in required.sorted() where result[name] == nil && schema["properties"]?[name] == nil {
            let value = others.flatMap { $0.mapping == nil ? nil : candidates($0, depth: depth + 1).first }
            result[name] = value ?? .string("string")
        }
        let least = schema["minProperties"]?.integer ?? 0
        for index in 0..<max(0, min(least, 100) - result.count) {
            let value = others.flatMap { $0.mapping == nil ? nil : candidates($0, depth: depth + 1).first }
            result["property\(index + 1)"] = value ?? .string("string")
        }
        return .mapping(result)
    }

    private mutating func array(_ schema: Mapping, depth: Int) -> Node {
        var items: [Node] = []
        for part in schema["prefixItems"]?.sequence ?? [] {
            items += candidates(part, depth: depth + 1).prefix { _ in true }.first.map { [$0] } ?? []
        }
        let least = max(schema["minItems"]?.integer ?? 0, depth < Self.deepest ? 1 : 0)
        let greatest = min(schema["maxItems"]?.integer ?? .max, 100)
        let choices =
            schema["items"].map { items in
                candidates(items, depth: depth + 1)
            } ?? [.string("string")]
        let fitting = schema["items"].map { items in choices.filter { accepts($0, items) } } ?? choices
        guard !fitting.isEmpty else { return .sequence(items) }
        while items.count < min(least, greatest) { items.append(fitting[items.count % fitting.count]) }
        return .sequence(items)
    }

    private static func numbers(_ schema: Mapping) -> [Node] {
        let step = schema["multipleOf"]?.double ?? 1
        let bounds = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"].compactMap { schema[$0]?.double }
        var found: [Node] = ["1", "0"].map(Node.number)
        for bound in bounds where abs(bound) < 1e15 {
            let multiple = (bound / step).rounded() * step
            for value in [multiple, multiple + step, multiple - step, bound, bound + 0.5, bound - 0.5] {
                found.append(.number(value == value.rounded() ? String(Int(value)) : "\(value)"))
            }
        }
        if step != 1 { found.append(.number(step == step.rounded() ? String(Int(step)) : "\(step)")) }
        return found
    }

    private static let formats = [
        "date-time": "2026-03-01T12:30:00Z", "date": "2026-03-01", "time": "12:30:00Z", "duration": "PT1H30M",
        "uuid": "0f8fad5b-d9cb-469f-a165-70867728950e", "uri": "https://example.com/", "url": "https://example.com/",
        "uri-reference": "/example", "email": "user@example.com", "hostname": "example.com", "ipv4": "192.0.2.1",
        "ipv6": "2001:db8::1", "byte": "c3RyaW5n", "decimal": "12.50", "password": "secret",
    ]

    private static func strings(_ schema: Mapping) -> [Node] {
        var found: [String] = []
        if let format = schema["format"]?.string, let text = formats[format] { found.append(text) }
        if schema["contentEncoding"]?.string == "base64" { found.append("c3RyaW5n") }
        if let pattern = schema["pattern"]?.string { found += patternExamples(pattern) }
        found += ["string"]
        let least = schema["minLength"]?.integer ?? 0
        let greatest = schema["maxLength"]?.integer ?? .max
        if least > 6 { found.append(String(repeating: "a", count: min(least, 10_000))) }
        if greatest < 6 { found.append(String("string".prefix(max(greatest, 0)))) }
        return found.map(Node.string)
    }

    /// Texts that common patterns match: classes, repetitions and literal characters in a row.
    private static func patternExamples(_ pattern: String) -> [String] {
        let common = [
            "1", "12", "123", "1234", "12.50", "0.00", "a", "abc", "ABC", "AB", "A1", "en", "en-US", "a-b", "AB-1234",
        ]
        return [PatternExample(pattern).text].compactMap { $0 } + common
    }
}

/// A text that a simple pattern matches: literal characters, classes, groups without alternatives, repetitions.
private struct PatternExample {
    private var rest: Substring

    init(_ pattern: String) { rest = pattern[...] }

    /// The text; nil for a pattern that is not simple.
    var text: String? {
        var copy = self
        return copy.sequence(depth: 0)
    }

    private mutating func sequence(depth: Int) -> String? {
        guard depth < 20 else { return nil }
        var result = ""
        while let character = rest.popFirst() {
            if character == ")" { return result }
            if character == "|" { skipAlternatives(); return result }
            if character == "^" || character == "$" { continue }
            guard let unit = unit(character, depth: depth), let count = repetition() else { return nil }
            guard result.utf8.count + unit.utf8.count * count < 10_000 else { return nil }
            result += String(repeating: unit, count: count)
        }
        return result
    }

    private mutating func skipAlternatives() {
        var level = 0
        while let character = rest.popFirst() {
            if character == "\\" { _ = rest.popFirst() }
            if character == "(" { level += 1 }
            if character == ")" {
                if level == 0 { return }
                level -= 1
            }
        }
    }

    private mutating func unit(_ character: Character, depth: Int) -> String? {
        switch character {
        case "(":
            if rest.hasPrefix("?:") { rest = rest.dropFirst(2) } else if rest.hasPrefix("?") { return nil }
            return sequence(depth: depth + 1)
        case "[": return characterOfClass()
        case ".": return "a"
        case "\\":
            guard let escaped = rest.popFirst() else { return nil }
            return ["d": "1", "w": "a", "s": " ", "D": "a", "W": "-", "S": "a"][escaped] ?? String(escaped)
        default: return String(character)
        }
    }

    private mutating func characterOfClass() -> String? {
        guard let first = rest.popFirst(), first != "^" else { return nil }
        var chosen = String(first)
        if first == "\\" { chosen = unit("\\", depth: 0) ?? "" }
        while let character = rest.popFirst() {
            if character == "]" { return chosen }
            if character == "\\" { _ = rest.popFirst() }
        }
        return nil
    }

    /// How often the last unit is repeated: as seldom as allowed, but once where that is possible.
    private mutating func repetition() -> Int? {
        switch rest.first {
        case "*", "+", "?":
            rest.removeFirst()
            return 1
        case "{":
            guard let end = rest.firstIndex(of: "}") else { return nil }
            let bounds = rest[rest.index(after: rest.startIndex)..<end].split(
                separator: ",", omittingEmptySubsequences: false)
            rest = rest[rest.index(after: end)...]
            guard let least = bounds.first.flatMap({ Int($0) }), least <= 1000 else { return nil }
            return bounds.count > 1 && least == 0 ? (bounds[1] == "0" ? 0 : 1) : least
        default: return 1
        }
    }
}
