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
        choice(.oneOf, schema.oneOf) + choice(.anyOf, schema.anyOf) + discriminator
    }

    private func choice(_ title: SiteText, _ branches: [Schema]) -> HTML {
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
        let page = context.page
        let rest = branches.count - Self.mostTabs
        let names = branches.dropFirst(Self.mostTabs).map { label(of: $0).html }.joined(by: ", ")
        let more: HTML =
            rest > 0
            ? "<p class=\"hint\">\(page.text(.andMoreAlternatives, ["count": "\(rest)", "names": names]))</p>" : .empty
        let list = TabList(tabs, style: "alternatives", label: page.text(.alternatives), page).html
        return "<p class=\"hint\">\(page.text(title))</p>\(list)\(more)"
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
        let other: HTML =
            discriminator.defaultMapping.map { "<li>\(context.page.text(.anyOtherValue)) → \($0)</li>" } ?? .empty
        return """
            <p class="hint">\(context.page.text(.discriminator, ["name": "<code>\(name)</code>"]))</p>\
            <ul class="constraints">\(rows)\(other)</ul>
            """
    }
}
