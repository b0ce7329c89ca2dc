import ConcordOpenAPI

/// What an operation answers, status by status.
struct ResponseList {
    let responses: Responses?
    let components: ComponentIndex

    var html: HTML {
        guard let statuses = responses?.statuses, !statuses.isEmpty else { return .empty }
        return "<h4>Responses</h4><ul class=\"responses\">\(statuses.html { item($0.name, $0.value) })</ul>"
    }

    private func item(_ status: String, _ stated: Response) -> HTML {
        let response = components.resolved(stated)
        return """
            <li><span class="status \(Self.kind(of: status))">\(status)</span>\
            \(Prose(response.description).html)\(headers(of: response))\
            \(MediaTypeList(content: response.content).html)\(links(of: response))</li>

            """
    }

    private func headers(of response: Response) -> HTML {
        guard !response.headers.isEmpty else { return .empty }
        let rows = response.headers.html { InputRow(components.resolved($0.value), name: $0.name).html }
        return """
            <details class="nested"><summary>Headers</summary>\
            <div class="body"><dl class="fields">\(rows)</dl></div></details>
            """
    }

    private func links(of response: Response) -> HTML {
        guard !response.links.isEmpty else { return .empty }
        let names = response.links.map { link -> HTML in
            let target = components.resolved(link.value).operationId
            return target.map { "\(link.name) → <code>\($0)</code>" } ?? "\(link.name)"
        }
        return "<p class=\"hint\">Links: \(names.joined(by: ", "))</p>"
    }

    private static func kind(of status: String) -> HTML {
        switch status.first {
        case "2": "good"
        case "3", "1": "away"
        case "4", "5": "bad"
        default: .empty
        }
    }
}
