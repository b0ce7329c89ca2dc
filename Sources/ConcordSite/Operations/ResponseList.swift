import ConcordNames
import ConcordOpenAPI
import ConcordYAML

/// The responses of an operation. Errors are collapsed.
struct ResponseList {
    let entry: OperationEntry
    let page: PageContext
    let budget: RowBudget
    let level: Int
    /// Whether it is part of another operation, so its properties have no anchors.
    var isPart = false

    var html: HTML {
        guard let statuses = entry.operation.responses?.statuses, !statuses.isEmpty else { return .empty }
        let firstGood = statuses.first { $0.name.hasPrefix("2") }?.name ?? statuses.first?.name
        return """
            <h\(level) class="part">\(page.text(.responses))</h\(level)>
            \(statuses.html { item($0.name, $0.value, isOpen: $0.name == firstGood) })

            """
    }

    private func item(_ status: String, _ stated: Response, isOpen: Bool) -> HTML {
        let response = page.components.resolved(stated)
        let place = entry.anchor.appending(status)
        let context = SchemaContext(page, place: isPart ? nil : place, budget: budget)
        let body =
            headers(of: response, context) + MediaTypeList(content: response.content, context: context).html
            + links(of: response)
        let texts = [response.summary, response.description].compactMap { $0 }
        let line: HTML = """
            <span class="status \(StatusKind(status).style)">\(status)</span> \
            <span class="phrase">\(phrase(of: status))</span>
            """
        let identifier = isPart ? HTML.empty : PropertyList.identifier(place)
        let prose = texts.html { Prose($0, headingLevel: level + 1).html }
        guard !body.isEmpty else {
            return "<div class=\"response\"\(identifier)><p class=\"response-line\">\(line)</p>\(prose)</div>\n"
        }
        return """
            <details class="response"\(identifier)\(isOpen ? " open" : .empty)><summary>\(line)</summary>\
            <div class="response-body">\(prose)\(body)</div></details>

            """
    }

    private func headers(of response: Response, _ context: SchemaContext) -> HTML {
        guard !response.headers.isEmpty else { return .empty }
        let rows = response.headers.html { header in
            InputRow(
                page.components.resolved(header.value), name: header.name, context.inside("headers").inside(header.name)
            ).html
        }
        return "<p class=\"label\">\(page.text(.headers))</p><dl class=\"fields\">\(rows)</dl>"
    }

    private func links(of response: Response) -> HTML {
        guard !response.links.isEmpty else { return .empty }
        let rows = response.links.html { entry in
            let link = page.components.resolved(entry.value)
            let target = link.operationId ?? link.operationRef
            let operation: HTML =
                target.map { " <span class=\"hint\">→ \(OperationLink(identifier: $0, page).html)</span>" } ?? .empty
            let parameters = (link.parameters?.mapping ?? Mapping()).entries.html { parameter -> HTML in
                let value: HTML = "<code>\(SampleText(parameter.value).oneLine)</code>"
                return
                    "<li>\(page.text(.linkParameter, ["parameter": "<code>\(parameter.key)</code>", "value": value]))</li>"
            }
            let body: HTML =
                link.requestBody.map {
                    "<li>\(page.text(.linkBody, ["value": "<code>\(SampleText($0).oneLine)</code>"]))</li>"
                } ?? .empty
            return """
                <div><dt><span class="name">\(entry.name)</span>\(operation)</dt>\
                <dd>\(Prose(link.description).html)<ul class="constraints">\(parameters)\(body)</ul></dd></div>
                """
        }
        return "<p class=\"label\">\(page.text(.links))</p><dl class=\"fields\">\(rows)</dl>"
    }

    private func phrase(of status: String) -> HTML {
        if let code = Int(status) { return "\(ReasonPhrase.of(code))" }
        switch status.uppercased() {
        case "1XX": return page.text(.informationalResponse)
        case "2XX": return page.text(.success)
        case "3XX": return page.text(.redirection)
        case "4XX": return page.text(.clientError)
        case "5XX": return page.text(.serverError)
        case "DEFAULT": return page.text(.otherResponse)
        default: return .empty
        }
    }
}

/// A link to the operation with an identifier, or only the identifier if the document has no such operation.
struct OperationLink {
    private let identifier: String
    private let page: PageContext

    init(identifier: String, _ page: PageContext) {
        self.identifier = identifier
        self.page = page
    }

    var html: HTML {
        let operations = page.site.groups.lazy.flatMap(\.operations)
        guard let target = operations.first(where: { $0.operation.operationId == identifier }),
            let link = page.link(.operation(target.anchor))
        else { return "<code>\(identifier)</code>" }
        return "<a href=\"\(link)\"><code>\(identifier)</code></a>"
    }
}
