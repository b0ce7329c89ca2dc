import ConcordOpenAPI

/// The body of a request.
struct RequestBodySection {
    let entry: OperationEntry
    let page: PageContext
    let budget: RowBudget
    let level: Int
    /// Whether it is part of another operation, so its properties have no anchors.
    var isPart = false

    var html: HTML {
        guard let body = entry.requestBody(page.components) else { return .empty }
        let required: HTML = body.required == true ? " <span class=\"required\">\(page.text(.required))</span>" : .empty
        let place = entry.anchor.appending("body")
        let context = SchemaContext(page, place: isPart ? nil : place, budget: budget)
        return """
            <h\(level) class="part"\(isPart ? .empty : PropertyList.identifier(place))>\(page.text(.requestBody))\(required)</h\(level)>
            \(Prose(body.description, headingLevel: level + 1).html)\(MediaTypeList(content: body.content, context: context).html)

            """
    }
}
