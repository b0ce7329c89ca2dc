import ConcordOpenAPI
import ConcordYAML

/// The named examples of a parameter or a body, each with its texts and value.
struct ExampleList {
    private let examples: ObjectMap<Example>
    private let unnamed: Node?
    private let page: PageContext

    init(_ examples: ObjectMap<Example>, _ unnamed: Node?, _ page: PageContext) {
        self.examples = examples
        self.unnamed = unnamed
        self.page = page
    }

    var html: HTML {
        let named = examples.html { item($0.name, page.components.resolved($0.value)) }
        let single: HTML = unnamed.map { folded(page.text(.example), value($0)) } ?? .empty
        return single + named
    }

    private func item(_ name: String, _ example: Example) -> HTML {
        let label: HTML = example.summary.map { "\($0) <code>\(name)</code>" } ?? "<code>\(name)</code>"
        let title = page.text(.namedExample, ["name": label])
        var body = Prose(example.description).html
        if let stated = example.data { body += value(stated) }
        if let serialized = example.serializedValue { body += "<pre tabindex=\"0\"><code>\(serialized)</code></pre>" }
        if let address = example.externalValue {
            body += ExternalLink(ExternalDocumentation(["url": .string(address)])).html
        }
        return folded(title, body)
    }

    private func folded(_ title: HTML, _ body: HTML) -> HTML {
        "<details class=\"nested\"><summary>\(title)</summary><div class=\"body\">\(body)</div></details>"
    }

    private func value(_ node: Node) -> HTML {
        "<pre tabindex=\"0\"><code>\(node.string ?? SampleText(node).block)</code></pre>"
    }
}
