import ConcordOpenAPI
import ConcordYAML

/// A request that can be pasted into a terminal, and what the first good answer holds.
struct OperationSamples {
    let entry: OperationEntry
    let page: PageContext

    var html: HTML {
        request + response
    }

    private var request: HTML {
        guard !entry.isWebhook else {
            return body.map { "<h4>Request</h4>\(Self.block($0.sample))" } ?? .empty
        }
        var lines = ["curl \(Self.quoted(page.address(of: entry) + entry.path + query))"]
        if entry.method != "GET" { lines.append("-X \(Self.quoted(entry.method))") }
        if let body {
            lines.append("-H \(Self.quoted("Content-Type: \(body.mediaType)"))")
            if body.isText { lines.append("-d \(Self.quoted(body.sample.replacing("\n", with: "\n  ")))") }
        }
        return "<h4>Request</h4>\(Self.block(lines.joined(separator: " \\\n  ")))"
    }

    private var query: String {
        let required = entry.parameters.filter { $0.location == .query && $0.required == true }
        let pairs = required.prefix(5).compactMap(\.name).map { "\($0)=…" }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    private var body: BodySample? {
        entry.operation.requestBody.flatMap {
            BodySample(page.components.resolved($0).content, page.components)
        }
    }

    private var response: HTML {
        guard let good = entry.operation.responses?.statuses.first(where: { $0.name.hasPrefix("2") }),
            let body = BodySample(page.components.resolved(good.value).content, page.components), body.isText
        else { return .empty }
        return "<h4>Response \(good.name)</h4>\(Self.block(body.sample))"
    }

    private static func block(_ text: String) -> HTML {
        "<pre tabindex=\"0\"><code>\(text)</code></pre>"
    }

    private static let plainBytes = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:/._-".utf8)

    /// As a shell's word, whatever it holds.
    private static func quoted(_ text: String) -> String {
        let isPlain = !text.isEmpty && text.utf8.allSatisfy { plainBytes.contains($0) }
        return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}

/// An example of a body in its first media type.
private struct BodySample {
    let mediaType: String
    let sample: String
    /// Whether a terminal can show it.
    let isText: Bool

    init?(_ content: ObjectMap<MediaType>, _ components: ComponentIndex) {
        guard let entry = content.first else { return nil }
        mediaType = entry.name
        let given = entry.value.example ?? entry.value.examples.first.flatMap { components.resolved($0.value).value }
        var samples = SampleValue(components)
        let value = given ?? entry.value.schema.map { samples.node(for: $0) }
        let isJSON = mediaType.contains("json") || mediaType == "*/*"
        isText = value != nil && (isJSON || value?.string != nil && !mediaType.contains("octet-stream"))
        sample = value.map { $0.string.flatMap { isJSON ? nil : $0 } ?? SampleText($0).block } ?? ""
    }
}
