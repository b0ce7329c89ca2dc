import ConcordYAML

/// The keywords that put other schemas to a value or to its parts.
extension SchemaEvaluator {
    mutating func apply(
        _ entry: Mapping.Entry, _ value: Node, _ schema: Mapping, _ depth: Int, _ verdict: inout Verdict
    ) {
        switch entry.key {
        case "allOf":
            for branch in entry.value.sequence ?? [] { verdict.formUnion(evaluate(value, branch, depth: depth + 1)) }
        case "anyOf", "oneOf": checkChoice(entry, value, depth, &verdict)
        case "not":
            guard evaluate(value, entry.value, depth: depth + 1).fits else { return }
            verdict.failures.append(
                failure("\(path.subject) fits what 'not' excludes", value, entry.value))
        case "if": checkCondition(entry, value, schema, depth, &verdict)
        case "dependentSchemas":
            for condition in entry.value.mapping ?? Mapping() where value[condition.key] != nil {
                verdict.formUnion(evaluate(value, condition.value, depth: depth + 1))
            }
        case "propertyNames":
            for property in value.mapping ?? Mapping() {
                let name = Node(.string(property.key), at: property.keyPosition)
                verdict.failures += evaluate(name, at: .key(property.key), entry.value, depth: depth).failures
            }
        default: applyToItems(entry, value, schema, depth, &verdict)
        }
    }

    // MARK: Choices

    private mutating func checkChoice(
        _ entry: Mapping.Entry, _ value: Node, _ depth: Int, _ verdict: inout Verdict
    ) {
        guard let branches = entry.value.sequence, !branches.isEmpty else { return }
        var fitting: [Verdict] = []
        var others: [Verdict] = []
        for branch in branches {
            let verdict = evaluate(value, branch, depth: depth + 1)
            if verdict.fits { fitting.append(verdict) } else { others.append(verdict) }
        }
        if fitting.isEmpty {
            // The one branch that is of the value's type at all is the one that was meant.
            let near = others.filter { !$0.failures.contains { $0.isOfAnotherType && $0.position == value.position } }
            if near.count == 1 { return verdict.failures += near[0].failures }
            verdict.failures.append(
                failure(
                    "\(path.subject) fits none of the \(branches.count) schemas of '\(entry.key)'", value, entry.value))
        } else if entry.key == "oneOf", fitting.count > 1 {
            verdict.failures.append(
                failure(
                    "\(path.subject) fits \(fitting.count) of the schemas of 'oneOf', not one", value, entry.value,
                    help: "let the schemas differ, by a property with one value in each, or write 'anyOf'"))
        }
        for branch in fitting { verdict.formUnion(branch) }
    }

    private mutating func checkCondition(
        _ entry: Mapping.Entry, _ value: Node, _ schema: Mapping, _ depth: Int, _ verdict: inout Verdict
    ) {
        let condition = evaluate(value, entry.value, depth: depth + 1)
        if condition.fits { verdict.formUnion(condition) }
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
                verdict.failures += evaluate(item, at: .index(index), schema, depth: depth).failures
            }
            verdict.items = max(verdict.items, schemas.count)
        case "items":
            let start = version >= .v3_1 ? schema["prefixItems"]?.sequence?.count ?? 0 : 0
            for (index, item) in items.enumerated().dropFirst(start) {
                verdict.failures += evaluate(item, at: .index(index), entry.value, depth: depth).failures
            }
            verdict.items = .max
        case "contains":
            var count = 0
            for (index, item) in items.enumerated()
            where evaluate(item, at: .index(index), entry.value, depth: depth).fits { count += 1 }
            checkContained(count, entry, value, schema, &verdict)
        default: break
        }
    }

    private func checkContained(
        _ count: Int, _ entry: Mapping.Entry, _ value: Node, _ schema: Mapping, _ verdict: inout Verdict
    ) {
        let least = schema["minContains"]?.integer ?? 1
        if count < least {
            verdict.failures.append(
                failure("\(path.subject) has \(count) items of the kind that 'contains' asks for", value, entry.value))
        } else if let most = schema["maxContains"]?.integer, count > most {
            verdict.failures.append(
                failure("\(path.subject) has more than \(most) items of the kind of 'contains'", value, entry.value))
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
                verdict.failures +=
                    evaluate(property.value, at: .key(property.key), schema, depth: depth).failures
            }
            for pattern in patterns where matches(property.key, pattern.key) {
                isKnown = true
                verdict.failures +=
                    evaluate(property.value, at: .key(property.key), pattern.value, depth: depth).failures
            }
            if isKnown || additional != nil { verdict.properties.insert(property.key) }
            if !isKnown, let additional { check(property, additional, declared, depth, &verdict) }
        }
    }

    private mutating func check(
        _ property: Mapping.Entry, _ additional: Node, _ declared: Mapping?, _ depth: Int, _ verdict: inout Verdict
    ) {
        guard additional.bool == false else {
            verdict.failures +=
                evaluate(property.value, at: .key(property.key), additional, depth: depth).failures
            return
        }
        let help = declared?.keys.suggestion(for: property.key) ?? "remove it"
        verdict.failures.append(
            Failure(
                message: "there is no property '\(property.key)'", help: help, position: property.keyPosition,
                rule: additional.position))
    }

    // MARK: What nothing looked at

    mutating func checkUnevaluated(_ value: Node, _ schema: Mapping, _ depth: Int, _ verdict: inout Verdict) {
        if let rest = schema["unevaluatedProperties"], let object = value.mapping {
            for property in object where !verdict.properties.contains(property.key) {
                if verdict.fits { check(property, rest, nil, depth, &verdict) }
                verdict.properties.insert(property.key)
            }
        }
        if let rest = schema["unevaluatedItems"], let items = value.sequence, verdict.items < items.count, verdict.fits
        {
            for (index, item) in items.enumerated().dropFirst(verdict.items) {
                verdict.failures += evaluate(item, at: .index(index), rest, depth: depth).failures
            }
            verdict.items = .max
        }
    }
}
