import ConcordOpenAPI

/// An operation: its text, inputs and responses, with samples next to them.
struct OperationSection {
    let entry: OperationEntry
    let page: PageContext
    /// The level of the operation's heading.
    let level: Int

    var html: HTML {
        let anchor = entry.anchor
        let budget = RowBudget(page.site.rowsOfOperation)
        return """
            <article class="entry" id="\(anchor)" aria-label="\(entry.title)"\(request)>
            <h\(level) class="operation-title"><a class="self" href="\(Hyperlink(anchor))">\(entry.title)</a></h\(level)>
            <p class="route">\(MethodBadge(entry.method).html) \(RouteLabel(entry.path).html)\(badges)</p>
            <div class="columns"><div class="text">
            \(texts)\
            \(SecuritySection(entry: entry, page: page, level: level + 1).html)\
            \(ParameterList(entry: entry, page: page, budget: budget, level: level + 1).html)\
            \(RequestBodySection(entry: entry, page: page, budget: budget, level: level + 1).html)\
            \(ResponseList(entry: entry, page: page, budget: budget, level: level + 1).html)\
            \(callbacks)\(OperationServers(entry: entry, page: page, level: level + 1).html)</div>
            <div class="samples">\(OperationSamples(entry: entry, page: page).html)</div></div>
            </article>

            """
    }

    /// The attributes by which the console finds the operation in the document.
    private var request: HTML {
        entry.isWebhook ? .empty : " data-method=\"\(entry.method)\" data-path=\"\(entry.path)\""
    }

    private var badges: HTML {
        entry.isDeprecated ? " <span class=\"badge warn\">\(page.text(.deprecated))</span>" : .empty
    }

    private var texts: HTML {
        var texts = entry.pathTexts.html { Prose($0, headingLevel: level + 1).html }
        texts += Prose(entry.operation.description, headingLevel: level + 1).html
        if let docs = entry.operation.externalDocs { texts += ExternalLink(docs).html }
        if let identifier = entry.operation.operationId, !identifier.isEmpty {
            texts += "<p class=\"hint\">\(page.text(.operation, ["identifier": "<code>\(identifier)</code>"]))</p>"
        }
        return texts
    }

    private var callbacks: HTML {
        let callbacks = entry.operation.callbacks
        guard !callbacks.isEmpty else { return .empty }
        let sections = callbacks.html { callback in
            let requests = OperationEntry.all(
                in: page.components.resolved(callback.value).items, isWebhook: true, components: page.components)
            return requests.html {
                CallbackSection(name: callback.name, request: $0, page: page, level: level + 2).html
            }
        }
        return "<h\(level + 1) class=\"part\">\(page.text(.callbacks))</h\(level + 1)>\(sections)"
    }
}

/// A request that the server sends as a result of an operation.
private struct CallbackSection {
    let name: String
    let request: OperationEntry
    let page: PageContext
    let level: Int

    var html: HTML {
        let budget = RowBudget(30)
        let title = request.operation.summary ?? name
        return """
            <details class="nested callback"><summary>\(title) <code>\(name)</code></summary><div class="body">
            <p class="route">\(MethodBadge(request.method).html) <span class="path">\(request.path)</span></p>
            \(request.pathTexts.html { Prose($0, headingLevel: level).html })\
            \(Prose(request.operation.description, headingLevel: level).html)\
            \(ParameterList(entry: request, page: page, budget: budget, level: level, isPart: true).html)\
            \(RequestBodySection(entry: request, page: page, budget: budget, level: level, isPart: true).html)\
            \(ResponseList(entry: request, page: page, budget: budget, level: level, isPart: true).html)</div></details>

            """
    }
}
