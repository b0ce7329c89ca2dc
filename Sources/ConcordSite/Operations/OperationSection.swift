import ConcordOpenAPI

/// One operation: what it is for and what goes in and comes out, and beside it an example of both.
struct OperationSection {
    let entry: OperationEntry
    let page: PageContext

    var html: HTML {
        let anchor = entry.anchor
        let operation = entry.operation
        return """
            <article class="entry" id="\(anchor)" aria-label="\(entry.title)">
            <h3><a class="self" href="\(Hyperlink(anchor))">\(entry.title)</a></h3>
            <p class="route">\(MethodBadge(entry.method).html) \(RouteLabel(entry.path).html)\(badges)</p>
            <div class="columns"><div>
            \(Prose(operation.description).html)
            \(ParameterList(parameters: entry.parameters).html)
            \(requestBody)
            \(ResponseList(responses: operation.responses, components: page.components).html)
            \(callbacks)
            </div>
            <div class="samples">\(OperationSamples(entry: entry, page: page).html)</div></div>
            </article>

            """
    }

    private var badges: HTML {
        var badges: HTML = .empty
        if entry.operation.deprecated == true { badges += " <span class=\"badge warn\">deprecated</span>" }
        if let requirements = entry.operation.security ?? page.security {
            badges += SecurityBadge(requirements: requirements).html
        }
        return badges
    }

    private var requestBody: HTML {
        guard let stated = entry.operation.requestBody else { return .empty }
        let body = page.components.resolved(stated)
        let required: HTML = body.required == true ? " <span class=\"required\">required</span>" : .empty
        return
            "<h4>Request body\(required)</h4>\(Prose(body.description).html)\(MediaTypeList(content: body.content).html)"
    }

    /// Requests that the server sends; what goes in and out of them is a matter for the document itself.
    private var callbacks: HTML {
        let callbacks = entry.operation.callbacks
        guard !callbacks.isEmpty else { return .empty }
        let rows = callbacks.html { callback in
            let requests = OperationEntry.all(
                in: page.components.resolved(callback.value).items, isWebhook: true, components: page.components)
            return "<div><dt><span class=\"name\">\(callback.name)</span></dt><dd>\(requests.html(line))</dd></div>"
        }
        return "<h4>Callbacks</h4><dl class=\"fields\">\(rows)</dl>"
    }

    private func line(_ request: OperationEntry) -> HTML {
        """
        <p class="route">\(MethodBadge(request.method).html) <span class="path">\(request.path)</span></p>\
        \(Prose(request.operation.description).html)
        """
    }
}

/// The method of a request, in the colour that goes with it.
struct MethodBadge {
    private let method: String
    private static let known: Set<String> = ["get", "head", "options", "query", "post", "put", "patch", "delete"]

    init(_ method: String) {
        self.method = method
    }

    var html: HTML {
        let name = method.lowercased()
        return "<span class=\"method \(Self.known.contains(name) ? name : "other")\">\(method)</span>"
    }
}

/// A path with its parameters set off.
struct RouteLabel {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    var html: HTML {
        var rest = path[...]
        var label: HTML = .empty
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            label += "\(String(rest[..<open]))<b>\(String(rest[open...close]))</b>"
            rest = rest[rest.index(after: close)...]
        }
        return "<span class=\"path\">\(label)\(String(rest))</span>"
    }
}
