import ConcordYAML

/// The responses that a document allows for each operation.
///
/// The status, header fields, media type and content of a response are checked. JSON and JSON Lines are checked against
/// their schema, and other text against the type of its schema. Formats are not checked. A schema that can't be
/// evaluated, for example one with an unknown dialect, accepts every value.
public struct ResponseContract: Sendable {
    private let document: Document
    private let resolver: ReferenceResolver
    private let paths: [String: PathItem]

    /// Reads a document in JSON, or returns `nil` if it isn't an OpenAPI document.
    public init?(json: [UInt8]) {
        guard let node = NodeReader().readJSON(json).node else { return nil }
        document = Document(node)
        resolver = ReferenceResolver(document)
        paths = Dictionary(document.paths?.items.map { ($0.name, $0.value) } ?? []) { first, _ in first }
    }

    /// A response, as a client sees it.
    public struct ObservedResponse: Sendable {
        /// The status code.
        public var status: Int
        /// The header fields, in order.
        public var headers: [(name: String, value: String)]
        /// The content, or `nil` if it is unknown, as for a stream, or not sent, as for `HEAD`.
        public var content: [UInt8]?

        /// Creates a response.
        public init(status: Int, headers: [(name: String, value: String)], content: [UInt8]?) {
            self.status = status
            self.headers = headers
            self.content = content
        }

        fileprivate func values(of name: String) -> [String] {
            headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
        }

        fileprivate var mediaType: String? {
            values(of: "Content-Type").first.map { $0.prefix { $0 != ";" }.lowercased().filter { $0 != " " } }
        }

        /// Whether the response reports an error in the format of RFC 9457, which a server can send for any operation.
        fileprivate var isProblem: Bool { status >= 400 && mediaType == "application/problem+json" }
    }

    /// Returns the parts of a response that the document doesn't allow, one sentence for each.
    ///
    /// Responses of operations that are not in the document are not checked. Server errors and errors in the format of
    /// RFC 9457 need no declaration. If the document declares their media type, their content is also checked.
    ///
    /// - Parameters:
    ///   - response: The response.
    ///   - method: The method of the operation, in uppercase.
    ///   - path: The path of the operation in the document.
    public func breaches(in response: ObservedResponse, method: String, path: String) -> [String] {
        guard let operation = operation(method, path) else { return [] }
        guard let declared = declaration(of: response.status, in: operation) else {
            if response.status >= 500 || response.isProblem { return [] }
            let statuses = operation.responses?.statuses.names ?? []
            return ["the status \(response.status) is not declared; declared: \(statuses.joined(separator: ", "))"]
        }
        return breachesOfHeaders(in: response, declared) + breachesOfContent(in: response, declared)
    }

    /// Returns a successful response that the document allows for an operation, with values from its examples or
    /// generated values.
    ///
    /// - Returns: The response, or `nil` if the document has no such operation or successful response, or if its
    ///   content can't be generated.
    public func example(method: String, path: String) -> ObservedResponse? {
        guard let responses = operation(method, path)?.responses?.statuses else { return nil }
        let successes = responses.filter { $0.name.first == "2" }.sorted { $0.name < $1.name }
        guard let chosen = successes.first ?? responses.first(where: { $0.name == "default" }),
            let declared = resolver.resolve(chosen.value)
        else { return nil }
        var samples = SampleValue(document, resolver, .response, isServed: true)
        let status = Int(chosen.name) ?? 200
        var response = ObservedResponse(status: status, headers: [], content: [])
        for entry in declared.headers {
            guard let header = resolver.resolve(entry.value), header.node["required"]?.bool == true else { continue }
            let value =
                header.node["example"] ?? header.node["schema"].flatMap { samples.node(for: Schema($0)) }
                ?? .string("string")
            response.headers.append((entry.name, Self.text(value)))
        }
        let preferred = declared.content.first { Self.isJSON($0.name) } ?? declared.content.first
        guard let preferred, let mediaType = resolver.resolve(preferred.value) else { return response }
        let name = preferred.name.contains("*") ? "application/octet-stream" : preferred.name
        response.headers.append(("Content-Type", name))
        if Self.isLines(name) {
            let item = mediaType.node["itemSchema"].flatMap { samples.node(for: Schema($0)) }
            response.content = item.map { Array($0.compactJSON.utf8) + [0x0A] } ?? []
            return response
        }
        let value = self.value(of: mediaType, &samples)
        if Self.isJSON(name) {
            guard let value else { return nil }
            response.content = Array(value.compactJSON.utf8)
        } else {
            response.content = Array(Self.text(value ?? .string("string")).utf8)
        }
        return response
    }

    /// Returns the first example of a media type that its schema accepts, or a generated value otherwise.
    private func value(of mediaType: MediaType, _ samples: inout SampleValue) -> Node? {
        guard let schema = mediaType.node["schema"] else { return mediaType.node["example"] }
        return samples.node(for: Schema(schema), examples: resolver.values(mediaType.example, mediaType.examples))
    }

    /// Returns a value as a header field or plain text.
    private static func text(_ value: Node) -> String {
        value.string ?? value.sequence.map { $0.map(text).joined(separator: ",") } ?? value.compactJSON
    }

    private func operation(_ method: String, _ path: String) -> Operation? {
        guard let item = paths[path].flatMap({ resolver.resolve($0) }) else { return nil }
        let operations = item.operations
        return
            (operations.first { $0.method == method }
            ?? operations.first { method == "HEAD" && $0.method == "GET" })?.operation
    }

    private func declaration(of status: Int, in operation: Operation) -> Response? {
        let declared = operation.responses?.statuses ?? ObjectMap()
        let keys = [String(status), "\(status / 100)XX", "default"]
        return keys.lazy.compactMap { key in declared.first { $0.name == key }?.value }.first.flatMap {
            resolver.resolve($0)
        }
    }

    // MARK: Header fields

    private func breachesOfHeaders(in response: ObservedResponse, _ declared: Response) -> [String] {
        declared.headers.flatMap { entry -> [String] in
            guard entry.name.lowercased() != "content-type", let header = resolver.resolve(entry.value) else {
                return []
            }
            let values = response.values(of: entry.name)
            guard !values.isEmpty else {
                let isMissing = header.node["required"]?.bool == true && !response.isProblem
                return isMissing ? ["the header '\(entry.name)' is missing"] : []
            }
            guard let schema = header.node["schema"] else { return [] }
            return breaches(of: value(values.joined(separator: ","), schema), schema, "the header '\(entry.name)'")
        }
    }

    /// Returns the value of a string, according to the type of its schema.
    private func value(_ text: String, _ schema: Node) -> Node {
        let schema = resolver.resolve(Schema(schema)) ?? Schema(schema)
        let types =
            schema.node["type"]?.sequence?.compactMap(\.string) ?? schema.node["type"]?.string.map { [$0] } ?? []
        if types.contains("array") {
            let items = schema.node["items"] ?? .mapping(Mapping())
            let parts = text.split(separator: ",").map { $0.drop { $0 == " " } }
            return .sequence(parts.map { value(String($0), items) })
        }
        guard !types.contains("string"), !types.isEmpty else { return .string(text) }
        return (try? Node(json: text)) ?? .string(text)
    }

    // MARK: Content

    private func breachesOfContent(in response: ObservedResponse, _ declared: Response) -> [String] {
        guard let content = response.content, !content.isEmpty else { return [] }
        let mediaType = response.mediaType ?? ""
        guard let entry = mediaTypeDeclaration(mediaType, in: declared) else {
            if response.isProblem { return [] }
            let names = declared.content.names
            let rest = names.isEmpty ? "no content" : "only \(names.joined(separator: ", "))"
            return ["content of type '\(mediaType)' is not declared for the status \(response.status), \(rest)"]
        }
        if Self.isLines(mediaType) { return breaches(inLines: content, entry) }
        guard let schema = entry.node["schema"] else { return [] }
        if Self.isJSON(mediaType) {
            guard let value = NodeReader().readJSON(content).node else { return ["the content is not valid JSON"] }
            return breaches(of: value, schema, "the content")
        }
        guard mediaType.hasPrefix("text/"), let text = String(validating: content, as: UTF8.self) else { return [] }
        return breaches(of: value(text, schema), schema, "the content")
    }

    private func mediaTypeDeclaration(_ mediaType: String, in declared: Response) -> MediaType? {
        let ranges = [mediaType, "\(mediaType.prefix { $0 != "/" })/*", "*/*"]
        return ranges.lazy.compactMap { range in
            declared.content.first { $0.name.prefix { $0 != ";" }.lowercased() == range }?.value
        }.first.flatMap { resolver.resolve($0) }
    }

    private func breaches(inLines content: [UInt8], _ entry: MediaType) -> [String] {
        guard let schema = entry.node["itemSchema"] else { return [] }
        let separators: Set<UInt8> = [0x0A, 0x0D, 0x1E]
        var evaluator = evaluator
        return content.split(whereSeparator: separators.contains).enumerated().flatMap { index, line -> [String] in
            guard let value = NodeReader().readJSON(Array(line)).node else {
                return ["item \(index) is not valid JSON"]
            }
            return Self.breaches(of: value, schema, "item \(index)", &evaluator)
        }
    }

    private func breaches(of value: Node, _ schema: Node, _ subject: String) -> [String] {
        var evaluator = evaluator
        return Self.breaches(of: value, schema, subject, &evaluator)
    }

    private static func breaches(
        of value: Node, _ schema: Node, _ subject: String, _ evaluator: inout SchemaEvaluator
    ) -> [String] {
        evaluator.judgement(of: value, in: schema).failures.prefix(10).map { "\(subject): \($0.message)" }
    }

    private var evaluator: SchemaEvaluator {
        var evaluator = SchemaEvaluator(document, resolver, direction: .response)
        evaluator.checksFormats = false
        return evaluator
    }

    private static func isJSON(_ mediaType: String) -> Bool {
        mediaType.hasSuffix("/json") || mediaType.hasSuffix("+json")
    }

    private static func isLines(_ mediaType: String) -> Bool {
        ["application/jsonl", "application/x-ndjson", "application/json-seq"].contains(mediaType)
    }
}
