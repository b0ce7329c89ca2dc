extension SchemaKeywords {
    /// The keywords, with the pattern that `.format(.slug)` implies in a model.
    package var withSlugPattern: SchemaKeywords {
        guard self[.format] == .literal(.string("slug")), self[.pattern] == nil else { return self }
        var result = self
        result[.pattern] = .literal(.string("^[-a-zA-Z0-9_]+$"))
        return result
    }

    /// Returns the keywords with the bounds that a number of digits implies.
    package func restricted(to digits: DecimalDigits?) -> SchemaKeywords {
        guard let digits else { return self }
        var result = self
        let bound = "1" + String(repeating: "0", count: digits.maximum - digits.places)
        let step = digits.places == 0 ? "1" : "0." + String(repeating: "0", count: digits.places - 1) + "1"
        if self[.exclusiveMaximum] == nil { result[.exclusiveMaximum] = .literal(.number(bound)) }
        if self[.exclusiveMinimum] == nil { result[.exclusiveMinimum] = .literal(.number("-" + bound)) }
        if self[.multipleOf] == nil { result[.multipleOf] = .literal(.number(step)) }
        return result
    }

    /// The keywords with the constraints in the branches of `allOf:`. The stricter of two bounds applies.
    package var withBranches: SchemaKeywords {
        guard let branches = schemas(.allOf) else { return self }
        var result = self
        for (keyword, value) in branches.flatMap(\.keywords.withBranches.stated) where keyword.isConstraint {
            guard let own = result.number(keyword).flatMap(Double.init),
                let other = Self.bound(value)
            else {
                if result[keyword] == nil { result[keyword] = value }
                continue
            }
            if Self.lowerBounds.contains(keyword) ? other > own : other < own { result[keyword] = value }
        }
        return result
    }

    private static let lowerBounds: Set<Keyword> = [.minimum, .exclusiveMinimum, .minLength, .minItems, .minProperties]

    private static func bound(_ value: Value) -> Double? {
        if case .literal(.number(let text)) = value { Double(text) } else { nil }
    }
}
