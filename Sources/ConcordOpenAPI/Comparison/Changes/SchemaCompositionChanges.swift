import ConcordYAML

extension DocumentComparison {
    /// Keywords that hold one schema, and may as well be absent.
    private static let single = [
        "items", "propertyNames", "contains", "contentSchema", "unevaluatedItems", "unevaluatedProperties", "then",
        "else",
    ]

    mutating func subschemas(_ before: Node, _ after: Node, at place: SchemaPlace) {
        for key in Self.single {
            subschema(key, before[key], after[key], before, after, at: key == "items" ? place.items : place)
        }
        additionalProperties(before, after, at: place)
        negation(before, after, at: place)
        let (condition, other) = (before["if"], after["if"])
        if let condition, let other {
            if !condition.isEquivalent(to: other) {
                report(.conditionChanged, "the condition of \(place) changed", condition.position, other.position)
            }
        } else {
            subschema("if", condition, other, before, after, at: place)
        }
        for key in ["patternProperties", "dependentSchemas"] {
            let (mine, theirs) = (before[key]?.mapping ?? [:], after[key]?.mapping ?? [:])
            for entry in mine.entries {
                subschema("\(key) \(entry.key)", entry.value, theirs[entry.key], before, after, at: place)
            }
            for entry in theirs.entries where mine.index(of: entry.key) == nil {
                subschema("\(key) \(entry.key)", nil, entry.value, before, after, at: place)
            }
        }
    }

    private mutating func subschema(
        _ key: String, _ mine: Node?, _ theirs: Node?, _ before: Node, _ after: Node, at place: SchemaPlace
    ) {
        switch (mine, theirs) {
        case (let mine?, let theirs?): schema(Schema(mine), Schema(theirs), at: place)
        case (nil, let added?):
            guard !added.takesAnything else { return }
            report(.subschemaAdded, "\(place) has to suit '\(key)' now", before.position, added.position)
        case (let removed?, nil):
            guard !removed.takesAnything else { return }
            report(.subschemaRemoved, "\(place) need not suit '\(key)' any more", removed.position, after.position)
        case (nil, nil): break
        }
    }

    private mutating func additionalProperties(_ before: Node, _ after: Node, at place: SchemaPlace) {
        let (mine, theirs) = (before["additionalProperties"], after["additionalProperties"])
        let (wasClosed, isClosed) = (mine?.bool == false, theirs?.bool == false)
        guard wasClosed || isClosed else {
            return subschema("additionalProperties", mine, theirs, before, after, at: place.property("*"))
        }
        guard wasClosed != isClosed else { return }
        report(
            isClosed ? .additionalPropertiesForbidden : .additionalPropertiesAllowed,
            "\(place) \(isClosed ? "can't" : "can") have properties beside those described now",
            mine?.position ?? before.position, theirs?.position ?? after.position)
    }

    /// What `not` allows grows where its schema shrinks.
    private mutating func negation(_ before: Node, _ after: Node, at place: SchemaPlace) {
        guard let mine = before["not"], let theirs = after["not"] else {
            return subschema("not", before["not"], after["not"], before, after, at: place)
        }
        going(direction?.opposite) { $0.schema(Schema(mine), Schema(theirs), at: place) }
    }

    mutating func prefixItems(_ before: Node, _ after: Node, at place: SchemaPlace) {
        let (mine, theirs) = (before["prefixItems"]?.sequence ?? [], after["prefixItems"]?.sequence ?? [])
        for (index, pair) in zip(mine, theirs).enumerated() {
            schema(Schema(pair.0), Schema(pair.1), at: place.property("\(index)"))
        }
        guard mine.count != theirs.count else { return }
        report(
            .prefixItemsChanged, "\(place) describes \(theirs.count) first items now, not \(mine.count)",
            before["prefixItems"]?.position ?? before.position, after["prefixItems"]?.position ?? after.position)
    }

    // MARK: allOf, anyOf, oneOf

    mutating func composition(_ before: Node, _ after: Node, at place: SchemaPlace) {
        branches("allOf", before, after, at: place, added: .subschemaAdded, removed: .subschemaRemoved)
        choices("oneOf", before, after, at: place)
        choices("anyOf", before, after, at: place)
    }

    /// Whether what described a value by itself is a choice now; there is nothing to compare it with.
    mutating func isWrapped(_ before: Node, _ after: Node, at place: SchemaPlace) -> Bool {
        guard before["oneOf"] == nil, let list = after["oneOf"], before["properties"] != nil,
            after["properties"] == nil
        else { return false }
        report(
            .wrappedInOneOf, "\(place) is one of several schemas now, and no longer described by itself",
            before.position, list.position)
        return true
    }

    private mutating func choices(_ key: String, _ before: Node, _ after: Node, at place: SchemaPlace) {
        guard before[key] != nil, after[key] != nil else {
            let (mine, theirs) = (before[key], after[key])
            return subschema(key, mine, theirs, before, after, at: place)
        }
        branches(key, before, after, at: place, added: .choiceAdded, removed: .choiceRemoved)
    }

    private mutating func branches(
        _ key: String, _ before: Node, _ after: Node, at place: SchemaPlace, added: ChangeRule, removed: ChangeRule
    ) {
        guard before[key] != nil || after[key] != nil else { return }
        let matching = BranchMatching(before[key]?.sequence ?? [], after[key]?.sequence ?? [])
        for pair in matching.pairs { schema(Schema(pair.old), Schema(pair.new), at: place) }
        for node in matching.removed {
            report(
                removed, "\(node.branchName) left '\(key)' of \(place)", node.position,
                after[key]?.position ?? after.position)
        }
        for node in matching.added {
            report(
                added, "\(node.branchName) joined '\(key)' of \(place)", before[key]?.position ?? before.position,
                node.position)
        }
    }
}

/// Which branch of a composition is which one of another: by reference, by title, by what it says, and where one of each
/// is left, that one.
private struct BranchMatching {
    var pairs: [(old: Node, new: Node)] = []
    var removed: [Node]
    var added: [Node]

    init(_ old: [Node], _ new: [Node]) {
        (removed, added) = (old, new)
        match { $0["$ref"]?.string.map { "reference " + $0 } }
        match { $0["title"]?.string.map { "title " + $0 } }
        match { $0.flowYAML }
        if removed.count == 1, added.count == 1, removed[0]["$ref"] == nil, added[0]["$ref"] == nil {
            pairs.append((removed.removeFirst(), added.removeFirst()))
        }
    }

    private mutating func match(_ key: (Node) -> String?) {
        var places: [String: [Int]] = [:]
        for (index, node) in added.enumerated().reversed() {
            if let key = key(node) { places[key, default: []].append(index) }
        }
        var taken: Set<Int> = []
        removed = removed.filter { node in
            guard let key = key(node), let index = places[key]?.popLast() else { return true }
            taken.insert(index)
            pairs.append((node, added[index]))
            return false
        }
        added = added.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    }
}

extension Node {
    /// Whether every value suits the schema.
    fileprivate var takesAnything: Bool { bool == true || mapping?.isEmpty == true }

    /// What a branch of a composition is called.
    fileprivate var branchName: String {
        if let name = self["$ref"]?.string?.split(separator: "/").last { return "'\(name)'" }
        return self["title"]?.string.map { "'\($0)'" } ?? "a schema of \(self["type"]?.excerpt ?? "its own")"
    }
}
