import ConcordOpenAPI
import ConcordYAML

/// The values of an enumeration, each with its name and description.
struct ValueTable {
    private struct Row {
        var value: Node
        var name: String?
        var description: String?
    }

    private let rows: [Row]

    /// The values of `enum` if `x-enum-varnames`, `x-enumNames` or `x-enum-descriptions` describe them.
    init?(_ schema: Schema) {
        guard let values = schema.enum else { return nil }
        let names = schema.node["x-enum-varnames"] ?? schema.node["x-enumNames"]
        let texts =
            schema.node["x-enum-descriptions"] ?? schema.node["x-enumDescriptions"]
            ?? schema.node["x-enum-description"]
        guard names != nil || texts != nil else { return nil }
        rows = values.enumerated().map { index, value in
            Row(value: value, name: Self.text(names, index, value), description: Self.text(texts, index, value))
        }
    }

    /// Creates a table of constants.
    init(constants: [Schema]) {
        rows = constants.compactMap { schema in
            schema.const.map { Row(value: $0, name: schema.title, description: schema.description) }
        }
    }

    /// Returns the text of a value. An array contains a text for each index, and an object for each value.
    private static func text(_ node: Node?, _ index: Int, _ value: Node) -> String? {
        if let texts = node?.sequence { return texts.indices.contains(index) ? texts[index].string : nil }
        return node?[SampleText(value).oneLine]?.string
    }

    var html: HTML {
        let rows = rows.html { row in
            let name: HTML = row.name.map { " <span class=\"hint\">\($0)</span>" } ?? .empty
            return
                "<div><dt><code>\(SampleText(row.value).oneLine)</code>\(name)</dt><dd>\(Prose(row.description).html)</dd></div>"
        }
        return "<dl class=\"fields values\">\(rows)</dl>"
    }
}
