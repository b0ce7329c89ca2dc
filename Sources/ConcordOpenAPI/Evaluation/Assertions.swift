import ConcordFormats
import ConcordYAML

/// The keywords that check a value without applying other schemas.
extension SchemaEvaluator {
    mutating func check(_ entry: Mapping.Entry, _ value: Node, _ schema: Mapping, _ verdict: inout Verdict) {
        switch value.value {
        case _ where entry.key == "type" || entry.key == "enum" || entry.key == "const":
            checkWhole(entry, value, schema, &verdict)
        case .number: checkNumber(entry, value, schema, &verdict)
        case .string(let text): checkText(entry, value, text, &verdict)
        case .sequence(let items): checkList(entry, value, items, &verdict)
        case .mapping(let mapping): checkMapping(entry, value, mapping, schema, &verdict)
        default: break
        }
    }

    private func checkWhole(_ entry: Mapping.Entry, _ value: Node, _ schema: Mapping, _ verdict: inout Verdict) {
        switch entry.key {
        case "type":
            let types = Schema(Node(.mapping(schema))).types
            guard !types.isEmpty, !types.contains(where: { value.isValue(of: $0) }) else { return }
            let expected = types.map(\.wording).joined(separator: " or ")
            verdict.failures.append(
                failure(
                    "\(path.subject) must be \(expected), not \(value.kindForReaders)", value, entry.value,
                    help: types.contains(.string) ? value.quotedAsText : nil, isOfAnotherType: true))
        case "enum":
            guard let values = entry.value.sequence, !values.contains(where: { $0.isEquivalent(to: value) }) else {
                return
            }
            let choice = values.prefix(8).map(\.flowYAML).joined(separator: ", ")
            verdict.failures.append(
                failure(
                    "\(path.subject) must be one of \(choice)\(values.count > 8 ? ", …" : "")", value, entry.value))
        default:
            guard !entry.value.isEquivalent(to: value) else { return }
            verdict.failures.append(
                failure("\(path.subject) must be \(entry.value.flowYAML.prefix(60))", value, entry.value))
        }
    }

    private func checkNumber(_ entry: Mapping.Entry, _ value: Node, _ schema: Mapping, _ verdict: inout Verdict) {
        guard value.number != nil, let text = entry.value.number else { return }
        let bound = entry.value
        let isBelow = { value.isLess(than: bound) ?? false }
        let isAbove = { bound.isLess(than: value) ?? false }
        let problem: String? =
            switch entry.key {
            case "minimum" where schema["exclusiveMinimum"]?.bool == true: isAbove() ? nil : "above \(text)"
            case "maximum" where schema["exclusiveMaximum"]?.bool == true: isBelow() ? nil : "below \(text)"
            case "minimum": isBelow() ? "at least \(text)" : nil
            case "maximum": isAbove() ? "at most \(text)" : nil
            case "exclusiveMinimum": isAbove() ? nil : "above \(text)"
            case "exclusiveMaximum": isBelow() ? nil : "below \(text)"
            case "multipleOf": multipleProblem(value, entry, &verdict)
            default: nil
            }
        guard let problem else { return }
        verdict.failures.append(failure("\(path.subject) must be \(problem)", value, entry.value))
    }

    private func multipleProblem(_ value: Node, _ entry: Mapping.Entry, _ verdict: inout Verdict) -> String? {
        let text = entry.value.number ?? ""
        guard let isMultiple = value.isMultiple(of: entry.value) else {
            verdict.doubt =
                verdict.doubt ?? Doubt(reason: "the numbers are too long to divide", rule: entry.value.position)
            return nil
        }
        return isMultiple ? nil : "a multiple of \(text)"
    }

    private mutating func checkText(
        _ entry: Mapping.Entry, _ value: Node, _ text: String, _ verdict: inout Verdict
    ) {
        switch entry.key {
        case "minLength", "maxLength":
            guard let bound = entry.value.integer else { return }
            let isLeast = entry.key == "minLength"
            let count = text.unicodeScalars.count
            guard isLeast ? count < bound : count > bound else { return }
            verdict.failures.append(
                failure(
                    "\(path.subject) must have at \(isLeast ? "least" : "most") \(bound) characters, not \(count)",
                    value, entry.value))
        case "pattern":
            guard let pattern = entry.value.string else { return }
            guard let isMatch = matches(text, pattern) else {
                verdict.doubt = verdict.doubt ?? doubt(aboutPattern: pattern, at: entry.value.position)
                return
            }
            if isMatch { return }
            verdict.failures.append(
                failure("\(path.subject) does not match the pattern \(pattern.prefix(80))", value, entry.value))
        case "format":
            guard let format = entry.value.string.flatMap({ StringFormat(rawValue: $0) }) else { return }
            hasMetFormat = true
            if !assertsFormats || format.accepts(text) { return }
            verdict.failures.append(failure("\(path.subject) must be \(format.description)", value, entry.value))
        default: break
        }
    }

    func doubt(aboutPattern pattern: String, at position: Position) -> Doubt {
        Doubt(reason: "the pattern '\(pattern.prefix(80))' can't be matched", rule: position)
    }

    private mutating func checkList(
        _ entry: Mapping.Entry, _ value: Node, _ items: [Node], _ verdict: inout Verdict
    ) {
        switch entry.key {
        case "minItems", "maxItems":
            checkCount(entry, value, items.count, "items", isLeast: entry.key == "minItems", &verdict)
        case "uniqueItems":
            guard entry.value.bool == true else { return }
            spend(items.count)
            guard let second = Self.repeated(items) else { return }
            verdict.failures.append(
                failure("\(path.subject) has \(second.flowYAML.prefix(40)) twice", second, entry.value))
        default: break
        }
    }

    /// Returns the first item that equals an earlier one. Numbers are compared by value, and the order of keys in
    /// objects is ignored.
    private static func repeated(_ items: [Node]) -> Node? {
        var seen: Set<Node> = []
        if let second = items.first(where: { !seen.insert($0).inserted }) { return second }
        guard items.count <= mostComparedItems else { return nil }
        return items.indices.first { index in
            items[..<index].contains { $0.kind == items[index].kind && $0.isEquivalent(to: items[index]) }
        }.map { items[$0] }
    }

    /// The maximum number of items that are compared with each other, because this takes quadratic time.
    private static var mostComparedItems: Int { 200 }

    private mutating func checkMapping(
        _ entry: Mapping.Entry, _ value: Node, _ mapping: Mapping, _ schema: Mapping, _ verdict: inout Verdict
    ) {
        switch entry.key {
        case "minProperties", "maxProperties":
            checkCount(entry, value, mapping.count, "properties", isLeast: entry.key == "minProperties", &verdict)
        case "required":
            checkAreThere(entry.value.sequence ?? [], value, mapping, schema, &verdict)
        case "dependentRequired":
            for condition in entry.value.mapping ?? Mapping() where mapping[condition.key] != nil {
                checkAreThere(condition.value.sequence ?? [], value, mapping, schema, &verdict)
            }
        default: break
        }
    }

    mutating func checkAreThere(
        _ names: [Node], _ value: Node, _ mapping: Mapping, _ schema: Mapping, _ verdict: inout Verdict
    ) {
        for name in names {
            guard let text = name.string else { continue }
            checkIsThere(text, name, value, mapping, schema, &verdict)
        }
    }

    /// Checks that a required property is present. An example can be part of a request or response, so a property that
    /// only one of them contains can be absent.
    private mutating func checkIsThere(
        _ name: String, _ rule: Node, _ value: Node, _ mapping: Mapping, _ schema: Mapping, _ verdict: inout Verdict
    ) {
        spend(mapping.count / 8 + 1)
        guard mapping[name] == nil else { return }
        var property = schema["properties"]?[name]
        if let text = property?["$ref"]?.string, let node = property,
            case .success(let target) = resolver.target(of: text, in: node)
        {
            property = target
        }
        if mayBeAbsent(property) { return }
        let whole = path.isEmpty ? "'\(name)' is missing" : "'\(name)' is missing in \(path.subject)"
        verdict.failures.append(failure(whole, value, rule, help: "add it"))
    }

    private func checkCount(
        _ entry: Mapping.Entry, _ value: Node, _ count: Int, _ name: String, isLeast: Bool, _ verdict: inout Verdict
    ) {
        guard let bound = entry.value.integer, isLeast ? count < bound : count > bound else { return }
        verdict.failures.append(
            failure(
                "\(path.subject) must have at \(isLeast ? "least" : "most") \(bound) \(name), not \(count)", value,
                entry.value))
    }
}

extension Node {
    /// The kind of the node for messages, with the number if it has a fraction.
    fileprivate var kindForReaders: String {
        if let number, number.contains(where: { ".eE".contains($0) }) { return "the fraction \(number)" }
        return kind.rawValue
    }

    fileprivate var quotedAsText: String? {
        switch value {
        case .number(let text): "quote it: '\(text)'"
        case .bool(let flag): "quote it: '\(flag)'"
        default: nil
        }
    }
}
