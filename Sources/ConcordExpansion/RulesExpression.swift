import ConcordDeclarations
import ConcordFormats
import ConcordOutline
import ConcordSwiftPrinter

extension SchemaKeywords {
    /// The expression for the constraints: `Rules(minLength: 1)`, or `nil` if there are none.
    var rules: String? {
        var arguments: [String] = []
        let keywords = withBranches
        for keyword in Self.ruleOrder {
            if let text = keywords.ruleArgument(keyword) { arguments.append("\(keyword.rawValue): \(text)") }
        }
        return arguments.isEmpty ? nil : Core.machinery("Rules(\(arguments.joined(separator: ", ")))")
    }

    /// The keywords with the constraints in the branches of `allOf:`. The stricter of two bounds applies.
    private var withBranches: SchemaKeywords {
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

    /// The keywords in the order of the run time's initializer.
    private static let ruleOrder: [Keyword] = [
        .format, .multipleOf, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .minLength, .maxLength,
        .pattern,
        .minItems, .maxItems, .uniqueItems, .minProperties, .maxProperties, .items, .additionalProperties,
        .propertyNames, .enum,
    ]

    private func ruleArgument(_ keyword: Keyword) -> String? {
        switch (keyword.kind, self[keyword]) {
        case (.number, .constant(let name)), (.count, .constant(let name)), (.text, .constant(let name)): name.text
        case (.number, .literal(.number(let text))): Self.number(text)
        case (.count, .literal(.number(let text))): Int(text).map { String($0) }
        case (.symbolOrText, .literal(.string(let text))):
            // Other formats are annotations.
            StringFormat(rawValue: text) == nil ? nil : SwiftWriter.literal(text)
        case (.text, .literal(.string(let text))):
            SwiftWriter.literal(text)
        case (.flag, .literal(.boolean(true))): "true"
        case (_, .schema(let inner)): inner.keywords.rules
        case (.literals, .literals(let literals)):
            "[" + literals.map(\.expression.text).joined(separator: ", ") + "]"
        default: nil
        }
    }

    /// Returns a literal if a `Double` stores the number exactly enough, or else a `Number` with the string.
    private static func number(_ text: String) -> String {
        let isShort = text.utf8.count <= 15 && !text.contains { "eE".contains($0) }
        return isShort ? text : Core.name("Number(\(SwiftWriter.literal(text)))")
    }
}
