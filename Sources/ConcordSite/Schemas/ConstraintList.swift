import ConcordOpenAPI
import ConcordYAML

/// The constraints of a schema, in words.
struct ConstraintList {
    private let schema: Schema
    private let page: PageContext
    private static let mostValues = 60
    private static let longestLineOfExample = 80

    init(_ schema: Schema, _ page: PageContext) {
        self.schema = schema
        self.page = page
    }

    var html: HTML {
        let items: [HTML?] =
            [title, range] + lengths + [pattern, uniqueItems, multiple, content, values, constant, initial, xml]
        let stated = items.compactMap { $0 } + dependencies + shortExamples
        let list: HTML =
            stated.isEmpty ? .empty : "<ul class=\"constraints\">\(stated.html { "<li>\($0)</li>" })</ul>"
        return list + (ValueTable(schema)?.html ?? .empty) + longExamples
    }

    private var title: HTML? {
        schema.title.flatMap { $0 == schema.componentName ? nil : "\($0)" }
    }

    private var range: HTML? {
        switch (schema.minimum, schema.maximum, schema.exclusiveMinimum, schema.exclusiveMaximum) {
        case (let low?, let high?, _, _): "\(low) to \(high)"
        case (let low?, nil, _, let high?): "at least \(low), less than \(high)"
        case (let low?, nil, _, nil): "at least \(low)"
        case (nil, let high?, let low?, _): "greater than \(low), at most \(high)"
        case (nil, let high?, nil, _): "at most \(high)"
        case (nil, nil, let low?, let high?): "greater than \(low), less than \(high)"
        case (nil, nil, let low?, nil): "greater than \(low)"
        case (nil, nil, nil, let high?): "less than \(high)"
        case (nil, nil, nil, nil): nil
        }
    }

    private var lengths: [HTML?] {
        [
            CountRange(schema.minLength, schema.maxLength, "character"),
            CountRange(schema.minItems, schema.maxItems, "item"),
            CountRange(schema.minProperties, schema.maxProperties, "property", plural: "properties"),
        ].map { $0.text.map { "\($0)" } }
    }

    private var pattern: HTML? {
        schema.pattern.map { "matches <code>\($0)</code>" }
    }

    private var uniqueItems: HTML? {
        schema.uniqueItems == true ? "unique items" : nil
    }

    private var multiple: HTML? {
        schema.multipleOf.map { "a multiple of \($0)" }
    }

    private var content: HTML? {
        switch (schema.contentMediaType, schema.contentEncoding) {
        case (nil, nil): nil
        case (let type?, nil): "contains <code>\(type)</code>"
        case (nil, let encoding?): "encoded as \(encoding)"
        case (let type?, let encoding?): "contains <code>\(type)</code>, encoded as \(encoding)"
        }
    }

    private var values: HTML? {
        guard let values = schema.enum, ValueTable(schema) == nil else { return nil }
        let shown = values.prefix(Self.mostValues).map(code).joined(by: " ")
        let rest = values.count - Self.mostValues
        return rest > 0 ? "one of: \(shown) and \(rest) more" : "one of: \(shown)"
    }

    private var constant: HTML? {
        schema.const.map { "always \(code($0))" }
    }

    private var initial: HTML? {
        schema.default.map { "default: \(code($0))" }
    }

    private var xml: HTML? {
        guard let xml = schema.xml else { return nil }
        let name = [xml.prefix, xml.name].compactMap { $0 }.joined(separator: ":")
        var text: HTML = xml.attribute == true ? "XML attribute" : "XML element"
        if !name.isEmpty { text += " <code>\(name)</code>" }
        if let namespace = xml.namespace { text += " in <code>\(namespace)</code>" }
        if xml.wrapped == true { text += ", wrapped" }
        return text
    }

    private var dependencies: [HTML] {
        schema.dependentRequired.map { property, required in
            "<code>\(property)</code> requires \(required.map { "<code>\($0)</code>" }.joined(by: ", "))"
        }
    }

    private var shortExamples: [HTML] {
        let examples = schema.exampleValues.filter(isShort)
        guard !examples.isEmpty else { return [] }
        return ["\(examples.count == 1 ? "example" : "examples"): \(examples.prefix(10).map(code).joined(by: " "))"]
    }

    private var longExamples: HTML {
        schema.exampleValues.filter { !isShort($0) }.prefix(5).html { example in
            """
            <details class="nested"><summary>Example</summary>\
            <pre tabindex="0"><code>\(SampleText(example).block)</code></pre></details>
            """
        }
    }

    private func isShort(_ example: Node) -> Bool {
        SampleText(example).oneLine.utf8.count <= Self.longestLineOfExample
    }

    private func code(_ node: Node) -> HTML {
        "<code>\(SampleText(node).oneLine)</code>"
    }
}
