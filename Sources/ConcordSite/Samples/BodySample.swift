import ConcordOpenAPI
import ConcordYAML

/// An example of a body, in the most familiar media type.
struct BodySample {
    /// The content of a body.
    enum Content {
        /// JSON with its value.
        case json(Node)
        case form([(name: String, value: String)])
        /// The fields of a form. The value of a file field is the file name.
        case multipart([(name: String, value: String, isFile: Bool)])
        case text(String)
        case file
    }

    let mediaType: String
    let content: Content

    init?(_ stated: ObjectMap<MediaType>, _ use: SampleValue.Use, _ site: SiteContent) {
        let entries = stated.map { (name: $0.name, media: site.components.resolved($0.value)) }
        let ranked = entries.first { Self.isJSON($0.name) } ?? entries.first
        guard let entry = ranked else { return nil }
        mediaType = entry.name == "*/*" ? "application/json" : entry.name
        guard let content = Self.content(entry.name, entry.media, use, site) else { return nil }
        self.content = content
    }

    /// The text of the body, or `nil` for binary content.
    var text: String? {
        switch content {
        case .json(let node): String(node.json.dropLast())
        case .form(let fields): fields.map { "\($0.name)=\(URLEncoding.component($0.value))" }.joined(separator: "&")
        case .text(let text): text
        case .multipart, .file: nil
        }
    }

    static func isJSON(_ mediaType: String) -> Bool {
        let essence = mediaType.split(separator: ";").first.map { $0.lowercased() } ?? ""
        return essence.hasSuffix("json") || essence == "*/*" || essence.hasSuffix("jsonl") || essence == "application/*"
    }

    private static func content(
        _ name: String, _ media: MediaType, _ use: SampleValue.Use, _ site: SiteContent
    ) -> Content? {
        let stated = site.components.resolver.values(media.example, media.examples)
        let lowercased = name.lowercased()
        // A string is the text of another format.
        if !isJSON(name), let text = stated.lazy.compactMap(\.string).first { return .text(text) }
        guard let schema = media.schema ?? media.itemSchema else {
            return isJSON(name) ? stated.first.map(Content.json) : .file
        }
        var samples = SampleValue(site.document, site.components.resolver, use)
        let value = samples.node(for: schema, examples: stated)
        if isJSON(name) { return value.map(Content.json) }
        if lowercased.hasPrefix("application/x-www-form-urlencoded") {
            return value.map { .form(FormFields($0).fields) }
        }
        if lowercased.hasPrefix("multipart/") {
            return value.map { .multipart(FormFields($0).parts(schema, site.components)) }
        }
        if lowercased.hasSuffix("xml") { return value.map { .text(SampleXML($0, schema, site.components).text) } }
        if lowercased.hasPrefix("text/"), let text = value?.string { return .text(text) }
        return .file
    }
}

/// The form fields of a value.
struct FormFields {
    let fields: [(name: String, value: String)]

    init(_ value: Node) {
        fields = (value.mapping ?? Mapping()).entries.flatMap { entry -> [(String, String)] in
            Self.fields(entry.key, entry.value, depth: 0)
        }
    }

    private static func fields(_ name: String, _ value: Node, depth: Int) -> [(String, String)] {
        switch value.value {
        case .mapping(let mapping) where depth < 4:
            mapping.entries.flatMap { fields("\(name)[\($0.key)]", $0.value, depth: depth + 1) }
        case .sequence(let items) where depth < 4: items.flatMap { fields(name, $0, depth: depth + 1) }
        case .string(let text): [(name, text)]
        default: [(name, SampleText(value).oneLine)]
        }
    }

    /// Returns the fields, with a file for each binary property.
    func parts(_ schema: Schema, _ components: ComponentIndex) -> [(name: String, value: String, isFile: Bool)] {
        let properties = SchemaParts(schema, components.resolver).properties
        let files = properties.filter { property in
            let schemas = SchemaParts(property.schema, components.resolver).parts.map(\.schema)
            return (schemas + schemas.compactMap(\.items)).contains { schema in
                schema.format == "binary" || schema.contentMediaType != nil && schema.contentEncoding == nil
                    || schema.contentMediaType == "application/octet-stream"
            }
        }.map(\.name)
        return fields.map { field in
            files.contains(field.name) ? (field.name, "\(field.name).bin", true) : (field.name, field.value, false)
        }
    }
}
