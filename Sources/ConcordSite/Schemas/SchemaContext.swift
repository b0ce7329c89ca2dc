/// The context in which a page shows a schema.
struct SchemaContext {
    let page: PageContext
    /// The remaining number of properties of components to show. Further components are links.
    let budget: RowBudget
    var depth = 0
    /// The enclosing components. A component inside itself is a link.
    var open: [String] = []
    /// The anchor of the schema. The anchors of its properties are below it.
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
        // Deeper anchors would make the page longer, and nothing links to them.
        context.place = depth < 3 ? part.flatMap { name in place.map { $0.appending(name) } } : nil
        if let component { context.open.append(component) }
        return context
    }

    /// Returns the context of an alternative or of the items, whose properties use the anchor of the schema.
    func beside(component: String? = nil) -> SchemaContext {
        var context = self
        context.depth += 1
        context.place = nil
        if let component { context.open.append(component) }
        return context
    }

    /// Returns whether the properties of a component are shown here instead of a link.
    func expands(_ component: String) -> Bool {
        !isTooDeep && !open.contains(component) && budget.remaining > 0
    }
}

/// Limits the rows of a page, so that components that contain each other can't make it grow without limit.
final class RowBudget {
    private(set) var remaining: Int

    init(_ rows: Int) {
        remaining = rows
    }

    func spend(_ rows: Int) {
        remaining -= rows
    }
}
