import ConcordYAML

extension DocumentComparison {
    /// Keywords that contain one schema and can be absent.
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
            if SchemaMeaning(condition) != SchemaMeaning(other) {
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
            report(.subschemaAdded, "\(place) must now match '\(key)'", before.position, added.position)
        case (let removed?, nil):
            guard !removed.takesAnything else { return }
            report(.subschemaRemoved, "\(place) no longer has to match '\(key)'", removed.position, after.position)
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
            "\(place) \(isClosed ? "can't" : "can") now have undeclared properties",
            mine?.position ?? before.position, theirs?.position ?? after.position)
    }

    /// Compares `not`. It accepts more values if its schema accepts fewer.
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
            .prefixItemsChanged, "\(place) now describes \(theirs.count) leading items, not \(mine.count)",
            before["prefixItems"]?.position ?? before.position, after["prefixItems"]?.position ?? after.position)
    }

    // MARK: allOf, anyOf, oneOf

    mutating func composition(_ before: Node, _ after: Node, at place: SchemaPlace) {
        branches("allOf", before, after, at: place, added: .subschemaAdded, removed: .subschemaRemoved)
        choices("oneOf", before, after, at: place)
        choices("anyOf", before, after, at: place)
    }

    /// Compares a schema with a choice that may contain it. Returns `false` unless exactly one of them is a choice.
    mutating func becameOrWasChoice(_ before: Node, _ after: Node, at place: SchemaPlace) -> Bool {
        let (mine, theirs) = (before.mereChoice, after.mereChoice)
        guard (mine == nil) != (theirs == nil), !before.takesAnything, !after.takesAnything,
            mine != nil || !before.isChoice, theirs != nil || !after.isChoice
        else { return false }
        let matching = BranchMatching(
            mine?.branches ?? [before], theirs?.branches ?? [after], old.normalForm, new.normalForm,
            discriminator: Self.discriminator(before, after))
        guard !matching.pairs.isEmpty else {
            report(
                mine == nil ? .wrappedInOneOf : .typeChanged,
                mine == nil
                    ? "\(place) is now one of several schemas"
                    : "\(place) no longer matches any of its schemas", before.position, after.position)
            return true
        }
        report(matching, theirs?.key ?? mine?.key ?? "oneOf", before, after, at: place)
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
        let matching = BranchMatching(
            before[key]?.sequence ?? [], after[key]?.sequence ?? [], old.normalForm, new.normalForm,
            discriminator: Self.discriminator(before, after))
        report(matching, key, before, after, at: place, added: added, removed: removed)
    }

    /// Returns the property that distinguishes the branches of a choice.
    private static func discriminator(_ before: Node, _ after: Node) -> String? {
        (after["discriminator"] ?? before["discriminator"])?["propertyName"]?.string
    }

    private mutating func report(
        _ matching: BranchMatching, _ key: String, _ before: Node, _ after: Node, at place: SchemaPlace,
        added: ChangeRule = .choiceAdded, removed: ChangeRule = .choiceRemoved
    ) {
        let discriminator = Self.discriminator(before, after)
        for pair in matching.pairs {
            let tag = pair.new["$ref"] == nil ? pair.new.tag(named: discriminator) : nil
            schema(Schema(pair.old), Schema(pair.new), at: tag.map { place.choice($0.property, $0.value) } ?? place)
        }
        for node in matching.removed {
            report(
                removed, "\(node.branchName(discriminator: discriminator)) left '\(key)' of \(place)", node.position,
                after[key]?.position ?? after.position)
        }
        for node in matching.added {
            report(
                added, "\(node.branchName(discriminator: discriminator)) joined '\(key)' of \(place)",
                before[key]?.position ?? before.position,
                node.position)
        }
    }
}

/// Matches the branches of two compositions: by reference, by content, by the constant that distinguishes them from the
/// others, by title, by the names of their properties, by type, and where one of each is left, that one.
private struct BranchMatching {
    private(set) var pairs: [(old: Node, new: Node)] = []
    private(set) var removed: [Node]
    private(set) var added: [Node]

    /// A branch and its normal form.
    private struct Branch {
        let node: Node
        let form: Node

        init(_ node: Node, _ normalForm: SchemaNormalForm) {
            self.node = node
            form = normalForm.normalized(normalForm.followed(node).node)
        }
    }

    init(
        _ old: [Node], _ new: [Node], _ oldForm: SchemaNormalForm, _ newForm: SchemaNormalForm,
        discriminator: String? = nil
    ) {
        (removed, added) = (old, new)
        pairs = Self.matched(&removed, &added) { $0["$ref"]?.string }
        // Most branches are references, so normal forms are created only for the others.
        var (mine, theirs) = (removed.map { Branch($0, oldForm) }, added.map { Branch($0, newForm) })
        func match<Key: Hashable>(_ key: (Branch) -> Key?) {
            pairs += Self.matched(&mine, &theirs, by: key).map { ($0.old.node, $0.new.node) }
        }
        match { SchemaMeaning($0.form, keepsDocumentation: true) }
        match { SchemaMeaning($0.form) }
        match { $0.form.tag(named: discriminator).map { $0.property + "=" + $0.value } }
        match { $0.node["title"]?.string }
        match { $0.form.tag(named: discriminator) == nil ? $0.form.propertyNames : nil }
        match(\.form.soleType)
        (removed, added) = (mine.map(\.node), theirs.map(\.node))
        if mine.count == 1, theirs.count == 1, removed[0]["$ref"] == nil, added[0]["$ref"] == nil,
            mine[0].form.tag(named: discriminator) == nil || theirs[0].form.tag(named: discriminator) == nil
        {
            pairs.append((removed.removeFirst(), added.removeFirst()))
        }
    }

    /// Removes the pairs with the same key from both arrays, and returns them.
    private static func matched<Item, Key: Hashable>(
        _ old: inout [Item], _ new: inout [Item], by key: (Item) -> Key?
    ) -> [(old: Item, new: Item)] {
        var places: [Key: [Int]] = [:]
        for (index, item) in new.enumerated().reversed() {
            if let key = key(item) { places[key, default: []].append(index) }
        }
        var pairs: [(old: Item, new: Item)] = []
        var taken: Set<Int> = []
        old = old.filter { item in
            guard let key = key(item), let index = places[key]?.popLast() else { return true }
            taken.insert(index)
            pairs.append((item, new[index]))
            return false
        }
        new = new.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
        return pairs
    }
}

extension Node {
    /// Whether the schema accepts every value.
    fileprivate var takesAnything: Bool { bool == true || mapping?.isEmpty == true }

    /// The branches of a schema that contains only a choice.
    fileprivate var mereChoice: (key: String, branches: [Node])? {
        let others: Set<String> = ["type", "discriminator", "default", "nullable", "readOnly", "writeOnly", "xml"]
        for key in ["oneOf", "anyOf"] {
            guard let branches = self[key]?.sequence, branches.count > 1 else { continue }
            let isAlone = (mapping ?? [:]).entries.allSatisfy {
                $0.key == key || others.contains($0.key) || SchemaVocabulary.forReaders.contains($0.key)
                    || $0.key.hasPrefix("x-")
            }
            return isAlone ? (key, branches) : nil
        }
        return nil
    }

    fileprivate var isChoice: Bool { self["oneOf"] != nil || self["anyOf"] != nil }

    /// The names of the properties of a branch that is an object.
    fileprivate var propertyNames: Set<String>? {
        let names = self["properties"]?.mapping?.keys ?? []
        return names.isEmpty ? nil : Set(names)
    }

    /// The type of a branch that is not an object. It identifies the same branch in both versions.
    fileprivate var soleType: String? {
        let types = Schema(self).types.filter { $0 != .null }
        return types.count == 1 && types[0] != .object ? types[0].rawValue : nil
    }
}
