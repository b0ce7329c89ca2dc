import ConcordOpenAPI
import ConcordYAML

/// The alternatives in `oneOf` and `anyOf`: a tab for each, or a table if each is a constant.
struct SchemaAlternatives {
    private let schema: Schema
    private let context: SchemaContext
    private static let mostTabs = 30

    init(_ schema: Schema, _ context: SchemaContext) {
        self.schema = schema
        self.context = context
    }

    var html: HTML {
        choice("One of", schema.oneOf) + choice("Any of", schema.anyOf) + discriminator
    }

    private func choice(_ title: HTML, _ branches: [Schema]) -> HTML {
        let branches = branches.filter { $0.types != [.null] }
        guard !branches.isEmpty else { return .empty }
        if branches.allSatisfy({ $0.const != nil }) { return ValueTable(constants: branches).html }
        if branches.count == 1 {
            return SchemaDetails(branches[0], context.beside()).html
        }
        let details = branches.prefix(Self.mostTabs).map { branch in
            (label(of: branch), SchemaDetails(branch, context.beside()).html)
        }
        guard details.contains(where: { !$0.1.isEmpty }) else { return .empty }
        let tabs = details.map { label, body in
            TabList.Tab(
                label: label.plain,
                content: body.isEmpty
                    ? "<p class=\"hint\">\(label.html)</p>" : "<p class=\"hint\">\(label.html)</p>\(body)")
        }
        let rest = branches.count - Self.mostTabs
        let more: HTML =
            rest > 0
            ? """
            <p class="hint">And \(rest) more: \(branches.dropFirst(Self.mostTabs).map { label(of: $0).html }.joined(by: ", "))</p>
            """
            : .empty
        return "<p class=\"hint\">\(title)</p>\(TabList(tabs, style: "alternatives", context.page).html)\(more)"
    }

    private func label(of branch: Schema) -> (plain: String, html: HTML) {
        let type = TypeLabel(branch, context.page)
        let plain = branch.componentName ?? branch.title ?? type.plainText
        return (plain, type.html)
    }

    private var discriminator: HTML {
        guard let discriminator = schema.discriminator, let name = discriminator.propertyName else { return .empty }
        let rows = discriminator.mapping.html { entry in
            let target = Schema(["$ref": .string(entry.schema)]).componentName ?? entry.schema
            return "<li><code>\(entry.value)</code> → \(TypeLabel.link(toSchema: target, context.page))</li>"
        }
        let other: HTML = discriminator.defaultMapping.map { "<li>any other value → \($0)</li>" } ?? .empty
        return """
            <p class="hint">The property <code>\(name)</code> tells which one it is.</p>\
            <ul class="constraints">\(rows)\(other)</ul>
            """
    }
}
