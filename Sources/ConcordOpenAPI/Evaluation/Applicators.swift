import ConcordYAML

/// The keywords that apply other schemas to a value or to its parts.
extension SchemaEvaluator {
    mutating func apply(
        _ entry: Mapping.Entry, _ value: Node, _ schema: Mapping, _ depth: Int, _ verdict: inout Verdict
    ) {
        switch entry.key {
        case "allOf":
            for branch in entry.value.sequence ?? [] { verdict.formUnion(evaluate(value, branch, depth: depth + 1)) }
        case "anyOf", "oneOf": checkChoice(entry, value, depth, &verdict)
        case "not":
            let excluded = evaluate(value, entry.value, depth: depth + 1)
            guard !excluded.fails else { return }
            verdict.doubt = verdict.doubt ?? excluded.doubt
            guard excluded.fits else { return }
            verdict.failures.append(
                failure("\(path.subject) matches the schema of 'not'", value, entry.value))
        case "if": checkCondition(entry, value, schema, depth, &verdict)
        case "dependentSchemas":
            for condition in entry.value.mapping ?? Mapping() where value[condition.key] != nil {
                verdict.formUnion(evaluate(value, condition.value, depth: depth + 1))
            }
        case "dependencies":
            // Draft 7's form of the two keywords, which 2020-12 keeps for compatibility.
            guard let mapping = value.mapping else { return }
            for condition in entry.value.mapping ?? Mapping() where mapping[condition.key] != nil {
                guard let names = condition.value.sequence else {
                    verdict.formUnion(evaluate(value, condition.value, depth: depth + 1))
                    continue
                }
                checkAreThere(names, value, mapping, schema, &verdict)
            }
        case "propertyNames":
            for property in value.mapping ?? Mapping() {
                let name = Node(.string(property.key), at: property.keyPosition)
                verdict.require(evaluate(name, at: .key(property.key), entry.value, depth: depth))
            }
        default: applyToItems(entry, value, schema, depth, &verdict)
        }
    }

    // MARK: Choices

    private mutating func checkChoice(
        _ entry: Mapping.Entry, _ value: Node, _ depth: Int, _ verdict: inout Verdict
    ) {
        guard let branches = entry.value.sequence, !branches.isEmpty else { return }
        let verdicts = branches.map { evaluate(value, $0, depth: depth + 1) }
        let fitting = verdicts.filter(\.fits)
        let doubt = verdicts.lazy.filter { !$0.fails }.compactMap(\.doubt).first
        if entry.key == "oneOf", fitting.count > 1 {
            verdict.failures.append(
                failure(
                    "\(path.subject) matches \(fitting.count) of the schemas of 'oneOf', not one", value, entry.value,
                    help: "distinguish the schemas by a property with a different value in each, or use 'anyOf'"))
        } else if let doubt, entry.key == "oneOf" || fitting.isEmpty {
            verdict.doubt = verdict.doubt ?? doubt
        } else if fitting.isEmpty {
            reportNoneFits(verdicts, entry, value, &verdict)
        }
        for branch in verdicts where !branch.fails {
            var looked = branch
            looked.doubt = nil
            verdict.formUnion(looked)
        }
    }

    private func reportNoneFits(
        _ verdicts: [Verdict], _ entry: Mapping.Entry, _ value: Node, _ verdict: inout Verdict
    ) {
        // The only branch with the type of the value is the intended one.
        let near = verdicts.filter { !$0.failures.contains { $0.isOfAnotherType && $0.position == value.position } }
        if near.count == 1 { return verdict.failures += near[0].failures }
        verdict.failures.append(
            failure(
                "\(path.subject) matches none of the \(verdicts.count) schemas of '\(entry.key)'", value, entry.value))
    }

    private mutating func checkCondition(
        _ entry: Mapping.Entry, _ value: Node, _ schema: Mapping, _ depth: Int, _ verdict: inout Verdict
    ) {
        let condition = evaluate(value, entry.value, depth: depth + 1)
        if !condition.fails { verdict.formUnion(condition) }
        // If the condition is uncertain, so is the branch that applies.
        if condition.doubt != nil, !condition.fails { return }
        guard let branch = schema[condition.fits ? "then" : "else"] else { return }
        verdict.formUnion(evaluate(value, branch, depth: depth + 1))
    }

    // MARK: Items

    private mutating func applyToItems(
        _ entry: Mapping.Entry, _ value: Node, _ schema: Mapping, _ depth: Int, _ verdict: inout Verdict
    ) {
        guard let items = value.sequence else { return }
        switch entry.key {
        case "prefixItems":
            let schemas = entry.value.sequence ?? []
            for (index, (item, schema)) in zip(items, schemas).enumerated() {
                verdict.require(evaluate(item, at: .index(index), schema, depth: depth))
            }
            verdict.items = max(verdict.items, schemas.count)
        case "items":
            let start = version >= .v3_1 ? schema["prefixItems"]?.sequence?.count ?? 0 : 0
            for (index, item) in items.enumerated().dropFirst(start) {
                verdict.require(evaluate(item, at: .index(index), entry.value, depth: depth))
            }
            verdict.items = .max
        case "contains":
            var doubts: [Doubt] = []
            var contained: Set<Int> = []
            for (index, item) in items.enumerated() {
                let part = evaluate(item, at: .index(index), entry.value, depth: depth)
                if part.fails { continue }
                contained.insert(index)
                if let doubt = part.doubt { doubts.append(doubt) }
            }
            verdict.furtherItems.formUnion(contained)
            checkContained(contained.count, doubts, entry, value, schema, &verdict)
        default: break
        }
    }

    /// Checks that the number of items that match `contains` is in the allowed range. Undecided items may match.
    private func checkContained(
        _ count: Int, _ doubts: [Doubt], _ entry: Mapping.Entry, _ value: Node, _ schema: Mapping,
        _ verdict: inout Verdict
    ) {
        let least = schema["minContains"]?.integer ?? 1
        let most = schema["maxContains"]?.integer ?? .max
        if count < least {
            verdict.failures.append(
                failure("\(path.subject) has \(count) items that match 'contains'", value, entry.value))
        } else if count - doubts.count > most {
            verdict.failures.append(
                failure("\(path.subject) has more than \(most) items that match 'contains'", value, entry.value))
        } else if count - doubts.count < least || count > most {
            verdict.doubt = verdict.doubt ?? doubts.first
        }
    }

    // MARK: Properties

    mutating func checkProperties(
        of value: Node, _ schema: Schema, _ mapping: Mapping, _ depth: Int, _ verdict: inout Verdict
    ) {
        guard let object = value.mapping else { return }
        let table = properties(of: schema)
        let declared = mapping["properties"]?.mapping
        let patterns = version >= .v3_1 ? mapping["patternProperties"]?.mapping?.entries ?? [] : []
        let additional = mapping["additionalProperties"]
        for property in object {
            spend(table == nil ? (declared?.count ?? 0) / 8 + 1 : 1)
            var isKnown = false
            if let schema = table?[property.key] ?? (table == nil ? declared?[property.key] : nil) {
                isKnown = true
                verdict.require(evaluate(property.value, at: .key(property.key), schema, depth: depth))
            }
            for pattern in patterns {
                guard let isMatch = matches(property.key, pattern.key) else {
                    isKnown = true
                    verdict.doubt = verdict.doubt ?? doubt(aboutPattern: pattern.key, at: pattern.keyPosition)
                    continue
                }
                guard isMatch else { continue }
                isKnown = true
                verdict.require(evaluate(property.value, at: .key(property.key), pattern.value, depth: depth))
            }
            if isKnown || additional != nil { verdict.properties.insert(property.key) }
            if !isKnown, let additional { check(property, additional, declared, depth, &verdict) }
        }
    }

    private mutating func check(
        _ property: Mapping.Entry, _ additional: Node, _ declared: Mapping?, _ depth: Int, _ verdict: inout Verdict
    ) {
        guard additional.bool == false else {
            verdict.require(evaluate(property.value, at: .key(property.key), additional, depth: depth))
            return
        }
        let help = declared?.keys.suggestion(for: property.key) ?? "remove it"
        verdict.failures.append(
            Failure(
                message: "no property is named '\(property.key)'", help: help, position: property.keyPosition,
                rule: additional.position))
    }

    // MARK: Unevaluated properties and items

    mutating func checkUnevaluated(_ value: Node, _ schema: Mapping, _ depth: Int, _ verdict: inout Verdict) {
        if let rest = schema["unevaluatedProperties"], let object = value.mapping {
            for property in object where !verdict.properties.contains(property.key) {
                if verdict.fits { check(property, rest, nil, depth, &verdict) }
                verdict.properties.insert(property.key)
            }
        }
        if let rest = schema["unevaluatedItems"], let items = value.sequence, verdict.items < items.count, verdict.fits
        {
            for (index, item) in items.enumerated().dropFirst(verdict.items)
            where !verdict.furtherItems.contains(index) {
                verdict.require(evaluate(item, at: .index(index), rest, depth: depth))
            }
            verdict.items = .max
        }
    }
}
