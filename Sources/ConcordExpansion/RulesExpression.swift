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
