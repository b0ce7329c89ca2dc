import ConcordOpenAPI
import ConcordYAML

/// A request in several languages, and an example of each response.
struct OperationSamples {
    let entry: OperationEntry
    let page: PageContext

    var html: HTML {
        entry.isWebhook ? webhook : request + responses
    }

    private var webhook: HTML {
        guard let stated = entry.requestBody(page.components),
            let text = BodySample(stated.content, .request, page.site)?.text
        else { return .empty }
        return "<p class=\"label\">\(page.text(.requestBody))</p>\(SampleBlock(text).html)"
    }

    private var request: HTML {
        let request = SampleRequest(entry, page)
        let written = SampleLanguages.all(on: page.format).map { language in
            TabList.Tab(label: language.name, content: SampleBlock(language.text(request)).html, key: language.key)
        }
        let stated = (entry.operation.node["x-codeSamples"] ?? entry.operation.node["x-code-samples"])?.sequence ?? []
        let tabs = stated.compactMap(Self.tab) + written
        return """
            <div class="request-sample" data-server="\(request.server)"><p class="label">\(page.text(.request))</p>\
            \(TabList(tabs, style: "code", label: page.text(.languages), page).html)</div>

            """
    }

    private static func tab(_ sample: Node) -> TabList.Tab? {
        guard let source = sample["source"]?.string, let language = sample["lang"]?.string else { return nil }
        return TabList.Tab(label: sample["label"]?.string ?? language, content: SampleBlock(source).html, key: nil)
    }

    private var responses: HTML {
        let statuses = entry.operation.responses?.statuses ?? ObjectMap()
        let tabs = statuses.compactMap { status -> TabList.Tab? in
            let response = page.components.resolved(status.value)
            guard let text = BodySample(response.content, .response, page.site)?.text else { return nil }
            return TabList.Tab(
                label: status.name, content: SampleBlock(text).html, style: StatusKind(status.name).style)
        }
        guard !tabs.isEmpty else { return .empty }
        return
            "<p class=\"label\">\(page.text(.response))</p>\(TabList(tabs, style: "code", label: page.text(.responses), page).html)"
    }
}

/// Code in a scrollable box.
struct SampleBlock {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    var html: HTML {
        "<pre tabindex=\"0\"><code>\(text)</code></pre>"
    }
}
