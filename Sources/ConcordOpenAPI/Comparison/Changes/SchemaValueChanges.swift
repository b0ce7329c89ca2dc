import ConcordYAML

extension DocumentComparison {
    /// Compares `enum` and `const`. A `const` beside an `enum` is treated as an `enum` with one value.
    mutating func values(_ before: Node, _ after: Node, at place: SchemaPlace) {
        extensibleValues(before, after, at: place)
        if before["enum"] == nil, after["enum"] == nil {
            return constants(before["const"], after["const"], before, after, place)
        }
        let mine = before["enum"] ?? before["const"].map { Node(.sequence([$0]), at: $0.position) }
        let theirs = after["enum"] ?? after["const"].map { Node(.sequence([$0]), at: $0.position) }
        guard let mine, let theirs else {
            let isSet = theirs != nil
            report(
                isSet ? .becameEnum : .enumRemoved,
                isSet
                    ? "\(place) now only allows the values of an enum"
                    : "\(place) is no longer limited to the values of an enum",
                mine?.position ?? before.position, theirs?.position ?? after.position)
            return
        }
        members(mine, theirs, at: place, added: .enumValueAdded, removed: .enumValueRemoved)
    }

    /// Compares `x-extensible-enum`, which lists known values. Other values may be added.
    private mutating func extensibleValues(_ before: Node, _ after: Node, at place: SchemaPlace) {
        guard let mine = before["x-extensible-enum"], let theirs = after["x-extensible-enum"] else { return }
        members(mine, theirs, at: place, added: .extensibleEnumValueAdded, removed: .extensibleEnumValueRemoved)
    }

    private mutating func members(
        _ before: Node, _ after: Node, at place: SchemaPlace, added: ChangeRule, removed: ChangeRule
    ) {
        let (mine, theirs) = (before.sequence ?? [], after.sequence ?? [])
        let gone = SchemaMeaning.difference(mine, theirs)
        if let first = gone.first {
            let verb = gone.count == 1 ? "is no longer a value" : "are no longer values"
            report(removed, "\(Self.enumeration(gone)) \(verb) of \(place)", first.position, after.position)
        }
        let come = SchemaMeaning.difference(theirs, mine)
        if let first = come.first {
            let verb = come.count == 1 ? "is a new value" : "are new values"
            report(added, "\(Self.enumeration(come)) \(verb) of \(place)", before.position, first.position)
        }
    }

    /// `'a'`, `'a' and 'b'`, `'a', 'b' and 'c'`.
    private static func enumeration(_ values: [Node]) -> String {
        let texts = values.map { "'\($0.excerpt)'" }
        guard texts.count > 1 else { return texts.first ?? "" }
        return texts.dropLast().joined(separator: ", ") + " and " + texts[texts.count - 1]
    }

    private mutating func constants(
        _ mine: Node?, _ theirs: Node?, _ before: Node, _ after: Node, _ place: SchemaPlace
    ) {
        switch (mine, theirs) {
        case (nil, nil): break
        case (nil, let value?):
            report(.constAdded, "\(place) now only allows '\(value.excerpt)'", before.position, value.position)
        case (let value?, nil):
            report(
                .constRemoved, "\(place) now also allows values other than '\(value.excerpt)'", value.position,
                after.position)
        case (let was?, let isNow?):
            guard !was.isEquivalent(to: isNow) else { return }
            report(
                .constChanged, "\(place) must now be '\(isNow.excerpt)', not '\(was.excerpt)'", was.position,
                isNow.position)
        }
    }

    // MARK: Ranges

    /// The default values of keywords.
    private static let statedBounds: [String: Double] = [
        "minLength": 0, "minItems": 0, "minProperties": 0, "minContains": 1,
    ]

    mutating func bounds(_ before: Node, _ after: Node, at place: SchemaPlace) {
        limit("minimum", "exclusiveMinimum", before, after, at: place) { $0 > $1 }
        limit("maximum", "exclusiveMaximum", before, after, at: place) { $0 < $1 }
        for key in SchemaVocabulary.lowerCounts { bound(key, before, after, at: place) { $0 > $1 } }
        for key in SchemaVocabulary.upperCounts { bound(key, before, after, at: place) { $0 < $1 } }
        multipleOf(before, after, at: place)
        let (was, isNow) = (before["uniqueItems"]?.bool ?? false, after["uniqueItems"]?.bool ?? false)
        guard was != isNow else { return }
        report(
            isNow ? .boundTightened : .boundLoosened,
            "the items of \(place) \(isNow ? "must now be unique" : "no longer have to be unique")",
            before["uniqueItems"]?.position ?? before.position, after["uniqueItems"]?.position ?? after.position)
    }

    private mutating func bound(
        _ key: String, _ before: Node, _ after: Node, at place: SchemaPlace, isTighter: (Double, Double) -> Bool
    ) {
        let (mine, theirs) = (before[key], after[key])
        let (was, isNow) = (mine?.double ?? Self.statedBounds[key], theirs?.double ?? Self.statedBounds[key])
        guard was != isNow else { return }
        let tightens =
            switch (was, isNow) {
            case (nil, _): true
            case (_, nil): false
            case (let was?, let isNow?): isTighter(isNow, was)
            }
        report(
            tightens ? .boundTightened : .boundLoosened,
            "'\(key)' of \(place) went from \(mine?.number ?? "none") to \(theirs?.number ?? "none")",
            mine?.position ?? before.position, theirs?.position ?? after.position)
    }

    /// The integer from which a `Double` can't represent the next integer.
    private static var largestStep: Double { 9_007_199_254_740_992 }

    /// Compares a bound of numbers, which two keywords can specify.
    private mutating func limit(
        _ key: String, _ exclusive: String, _ before: Node, _ after: Node, at place: SchemaPlace,
        isTighter: (Double, Double) -> Bool
    ) {
        let isInteger = [before, after].allSatisfy { Schema($0).types.filter { $0 != .null } == [.integer] }
        func stated(_ node: Node) -> (value: Double, isExclusive: Bool, node: Node)? {
            let inclusive = node[key].flatMap { node in node.double.map { ($0, false, node) } }
            var strict = node[exclusive].flatMap { node in node.double.map { ($0, true, node) } }
            // No integer is between an exclusive bound and the next integer.
            if let bound = strict, isInteger, bound.0.rounded() == bound.0, abs(bound.0) < Self.largestStep {
                strict = (bound.0 + (isTighter(1, 0) ? 1 : -1), false, bound.2)
            }
            guard let inclusive, let strict else { return inclusive ?? strict }
            return isTighter(inclusive.0, strict.0) ? inclusive : strict
        }
        let (mine, theirs) = (stated(before), stated(after))
        guard mine?.value != theirs?.value || mine?.isExclusive != theirs?.isExclusive else { return }
        let tightens =
            switch (mine, theirs) {
            case (nil, _): true
            case (_, nil): false
            case (let was?, let isNow?):
                was.value == isNow.value ? isNow.isExclusive : isTighter(isNow.value, was.value)
            }
        func named(_ limit: (value: Double, isExclusive: Bool, node: Node)?) -> String {
            guard let limit else { return "none" }
            return (limit.node.number ?? "") + (limit.isExclusive ? ", exclusive," : "")
        }
        report(
            tightens ? .boundTightened : .boundLoosened,
            "'\(key)' of \(place) went from \(named(mine)) to \(named(theirs))",
            mine?.node.position ?? before.position, theirs?.node.position ?? after.position)
    }

    private mutating func multipleOf(_ before: Node, _ after: Node, at place: SchemaPlace) {
        let (mine, theirs) = (before["multipleOf"], after["multipleOf"])
        let (was, isNow) = (mine?.double, theirs?.double)
        guard was != isNow else { return }
        func isMultiple(_ a: Double, of b: Double) -> Bool { b != 0 && (a / b).rounded() * b == a }
        let rule: ChangeRule =
            switch (was, isNow) {
            case (nil, _): .boundTightened
            case (_, nil): .boundLoosened
            case (let was?, let isNow?):
                isMultiple(isNow, of: was)
                    ? .boundTightened : isMultiple(was, of: isNow) ? .boundLoosened : .multipleOfChanged
            }
        report(
            rule, "'multipleOf' of \(place) went from \(mine?.number ?? "none") to \(theirs?.number ?? "none")",
            mine?.position ?? before.position, theirs?.position ?? after.position)
    }

    // MARK: Patterns

    mutating func patterns(_ before: Node, _ after: Node, at place: SchemaPlace) {
        let (mine, theirs) = (before["pattern"], after["pattern"])
        guard mine?.string != theirs?.string else { return }
        let rule: ChangeRule = mine == nil ? .patternAdded : theirs == nil ? .patternRemoved : .patternChanged
        // A pattern that matches everything has no effect.
        let isOpen = ["", ".*", "^.*$"].contains(theirs?.string)
        report(
            rule == .patternChanged && isOpen ? .patternRemoved : rule,
            "the pattern of \(place) went from \(mine?.excerpt ?? "none") to \(theirs?.excerpt ?? "none")",
            mine?.position ?? before.position, theirs?.position ?? after.position)
    }
}
