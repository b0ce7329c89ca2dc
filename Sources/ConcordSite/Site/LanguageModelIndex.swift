import ConcordOpenAPI

/// `llms.txt`: an index of the pages, for language models.
struct LanguageModelIndex {
    private let site: SiteContent

    init(_ site: SiteContent) {
        self.site = site
    }

    var text: String {
        var lines = ["# \(line(site.title))", ""]
        let info = site.document.info
        if let summary = [info?.summary, info?.description].lazy.compactMap({ $0 }).map({ SearchText($0).summary })
            .first(where: { !$0.isEmpty })
        {
            lines += ["> \(summary)", ""]
        }
        lines += [
            "The API in OpenAPI: [YAML](\(address(site.documentFile(.yaml)))), [JSON](\(address(site.documentFile(.json))))",
            "",
        ]
        for group in site.groups {
            lines += ["## \(line(group.title))", ""]
            for operation in group.operations {
                guard let place = site.map[.operation(operation.anchor)] else { continue }
                let fragment = place.anchor.map { "#" + $0.fragment } ?? ""
                lines.append(
                    "- [\(line(operation.title))](\(address(place.page))\(fragment)): \(operation.method) \(line(operation.path))"
                )
            }
            lines.append("")
        }
        guard !site.components.schemas.isEmpty else { return lines.joined(separator: "\n") }
        lines += ["## \(line(site.texts[.schemas]))", ""]
        for name in site.components.schemas.names {
            if let place = site.map[.schema(name)] { lines.append("- [\(line(name))](\(address(place.page)))") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Returns the URL of a page in Markdown, which language models read better than HTML.
    private func address(_ page: String) -> String {
        let file = site.settings.formats.contains(.markdown) ? SiteFormat.markdown.file(page) : page
        return site.address(ofPage: file) ?? file
    }

    private func line(_ text: String) -> String { SearchText(text).summary }
}
