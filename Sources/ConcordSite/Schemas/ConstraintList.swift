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
        case (let low?, let high?, _, _): page.text(.range, ["least": "\(low)", "most": "\(high)"])
        case (let low?, nil, _, let high): both(bound(.atLeast, "least", low), bound(.lessThan, "bound", high))
        case (nil, let high?, let low, _): both(bound(.greaterThan, "bound", low), bound(.atMost, "most", high))
        case (nil, nil, let low, let high): both(bound(.greaterThan, "bound", low), bound(.lessThan, "bound", high))
        }
    }

    private func bound(_ text: SiteText, _ name: String, _ value: String?) -> HTML? {
        value.map { page.text(text, [name: "\($0)"]) }
    }

    private func both(_ low: HTML?, _ high: HTML?) -> HTML? {
        let bounds = [low, high].compactMap { $0 }
        return bounds.isEmpty ? nil : bounds.joined(by: ", ")
    }

    private var lengths: [HTML?] {
        [
            CountRange(schema.minLength, schema.maxLength, .character, .characters),
            CountRange(schema.minItems, schema.maxItems, .item, .items),
            CountRange(schema.minProperties, schema.maxProperties, .property, .properties),
        ].map { $0.html(page) }
    }

    private var pattern: HTML? {
        schema.pattern.map { page.text(.matches, ["pattern": "<code>\($0)</code>"]) }
    }

    private var uniqueItems: HTML? {
        schema.uniqueItems == true ? page.text(.uniqueItems) : nil
    }

    private var multiple: HTML? {
        schema.multipleOf.map { page.text(.multipleOf, ["number": "\($0)"]) }
    }

    private var content: HTML? {
        both(
            schema.contentMediaType.map { page.text(.containsType, ["type": "<code>\($0)</code>"]) },
            schema.contentEncoding.map { page.text(.encodedAs, ["encoding": "\($0)"]) })
    }

    private var values: HTML? {
        guard let values = schema.enum, ValueTable(schema) == nil else { return nil }
        let shown = values.prefix(Self.mostValues).map(code).joined(by: " ")
        let rest = values.count - Self.mostValues
        return rest > 0
            ? page.text(.oneOfValuesAndMore, ["values": shown, "count": "\(rest)"])
            : page.text(.oneOfValues, ["values": shown])
    }

    private var constant: HTML? {
        schema.const.map { page.text(.always, ["value": code($0)]) }
    }

    private var initial: HTML? {
        schema.default.map { page.text(.initialValue, ["value": code($0)]) }
    }

    private var xml: HTML? {
        guard let xml = schema.xml else { return nil }
        let name = [xml.prefix, xml.name].compactMap { $0 }.joined(separator: ":")
        var text = page.text(xml.attribute == true ? .xmlAttribute : .xmlElement)
        if !name.isEmpty { text += " <code>\(name)</code>" }
        if let namespace = xml.namespace {
            text += " " + page.text(.inNamespace, ["namespace": "<code>\(namespace)</code>"])
        }
        if xml.wrapped == true { text += ", " + page.text(.wrapped) }
        return text
    }

    private var dependencies: [HTML] {
        schema.dependentRequired.map { property, required in
            let others = required.map { "<code>\($0)</code>" as HTML }.joined(by: ", ")
            return page.text(.propertyRequires, ["property": "<code>\(property)</code>", "others": others])
        }
    }

    private var shortExamples: [HTML] {
        let examples = schema.exampleValues.filter(isShort)
        guard !examples.isEmpty else { return [] }
        let values = examples.prefix(10).map(code).joined(by: " ")
        return [
            examples.count == 1
                ? page.text(.stringExample, ["value": values]) : page.text(.stringExamples, ["values": values])
        ]
    }

    private var longExamples: HTML {
        schema.exampleValues.filter { !isShort($0) }.prefix(5).html { example in
            """
            <details class="nested"><summary>\(page.text(.example))</summary>\
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
