import ConcordOpenAPI
import ConcordYAML

/// What a schema asks of a value beyond its type, each in a word or two.
struct ConstraintList {
    private let schema: Schema
    /// Longer lists are cut, with their length told.
    private static let longest = 60

    init(_ schema: Schema) {
        self.schema = schema
    }

    var html: HTML {
        let items = bounds + lengths + [pattern, uniqueItems, multiple, values, constant, initial].compactMap { $0 }
        return items.isEmpty ? .empty : "<ul class=\"constraints\">\(items.html { "<li>\($0)</li>" })</ul>"
    }

    private var bounds: [HTML] {
        [
            schema.minimum.map { "≥ \($0)" }, schema.exclusiveMinimum.map { "&gt; \($0)" },
            schema.maximum.map { "≤ \($0)" }, schema.exclusiveMaximum.map { "&lt; \($0)" },
        ].compactMap { $0 }
    }

    private var lengths: [HTML] {
        [
            range(schema.minLength, schema.maxLength, "character"), range(schema.minItems, schema.maxItems, "item"),
            range(schema.minProperties, schema.maxProperties, "property", plural: "properties"),
        ].compactMap { $0 }
    }

    private func range(_ low: Int?, _ high: Int?, _ unit: String, plural: String? = nil) -> HTML? {
        let plural = plural ?? unit + "s"
        switch (low, high) {
        case (nil, nil): return nil
        case (let least?, nil): return "at least \(least) \(least == 1 ? unit : plural)"
        case (nil, let most?): return "at most \(most) \(most == 1 ? unit : plural)"
        case (let least?, let most?) where least == most: return "exactly \(least) \(least == 1 ? unit : plural)"
        case (let least?, let most?): return "\(least) to \(most) \(plural)"
        }
    }

    private var pattern: HTML? {
        schema.pattern.map { "matches <code>\($0)</code>" }
    }

    private var uniqueItems: HTML? {
        schema.uniqueItems == true ? "no item twice" : nil
    }

    private var multiple: HTML? {
        schema.multipleOf.map { "multiple of \($0)" }
    }

    private var values: HTML? {
        guard let values = schema.enum else { return nil }
        let shown = values.prefix(Self.longest).map(code).joined(by: " ")
        let rest = values.count - Self.longest
        return rest > 0 ? "one of \(shown) and \(rest) more" : "one of \(shown)"
    }

    private var constant: HTML? {
        schema.const.map { "always \(code($0))" }
    }

    private var initial: HTML? {
        schema.default.map { "default \(code($0))" }
    }

    private func code(_ node: Node) -> HTML {
        "<code>\(SampleText(node).oneLine)</code>"
    }
}
