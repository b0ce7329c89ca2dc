/// Where on a page a schema is shown, and how much of it.
struct SchemaContext {
    let page: PageContext
    /// The number of properties of components that may still be shown; the others are links.
    let budget: RowBudget
    var depth = 0
    /// The components that are open around the schema, so that one that contains itself is a link.
    var open: [String] = []
    /// The place of the schema, below which its properties have places.
    var place: Anchor?

    private static let deepest = 12

    init(_ page: PageContext, place: Anchor?, budget: RowBudget) {
        self.page = page
        self.place = place
        self.budget = budget
    }

    var isTooDeep: Bool { depth >= Self.deepest }

    /// Returns the context of a part of the schema.
    func inside(_ part: String? = nil, component: String? = nil) -> SchemaContext {
        var context = self
        context.depth += 1
        // Places deeper down would make the page longer without being linked to.
        context.place = depth < 3 ? part.flatMap { name in place.map { $0.appending(name) } } : nil
        if let component { context.open.append(component) }
        return context
    }

    /// Returns the context of an alternative or of the items, whose properties have the schema's place.
    func beside(component: String? = nil) -> SchemaContext {
        var context = self
        context.depth += 1
        context.place = nil
        if let component { context.open.append(component) }
        return context
    }

    /// Whether the properties of a component are shown here and not only a link to its page.
    func expands(_ component: String) -> Bool {
        !isTooDeep && !open.contains(component) && budget.remaining > 0
    }
}

/// Counts the rows of a page, so that components which contain each other don't make it grow without limit.
final class RowBudget {
    private(set) var remaining: Int

    init(_ rows: Int) {
        remaining = rows
    }

    func spend(_ rows: Int) {
        remaining -= rows
    }
}
