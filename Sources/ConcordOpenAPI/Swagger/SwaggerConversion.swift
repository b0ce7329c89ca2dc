import ConcordDiagnostics
import ConcordYAML

/// Converts a document of Swagger 2.0 to OpenAPI 3.0. Nodes keep their positions in the 2.0 text, so that later
/// diagnostics refer to it.
struct SwaggerConversion {
    let root: Node
    let files: SourceFiles
    var diagnostics: [Diagnostic] = []
    /// The component names of definitions, parameters, and responses. Component names allow fewer characters.
    private var componentNames: [String: [String: String]] = [:]
    /// The media types of bodies that don't specify any.
    let consumes: [String]?
    let produces: [String]?

    init(_ root: Node, files: SourceFiles) {
        self.root = root
        self.files = files
        consumes = Self.texts(root["consumes"])
        produces = Self.texts(root["produces"])
        diagnostics = SwaggerCheck.diagnostics(of: root, in: files)
        for section in ["definitions", "parameters", "responses", "securityDefinitions"] { nameComponents(of: section) }
    }

    /// Returns the document in OpenAPI 3.0.
    mutating func converted() -> Node {
        var result = Mapping()
        for entry in (root.mapping ?? Mapping()).entries {
            switch entry.key {
            case "swagger":
                let version = Node(.string(OpenAPIVersion.v3_0.latestText), at: entry.value.position)
                result.entries.append(Mapping.Entry("openapi", version, keyPosition: entry.keyPosition))
            case "info", "tags", "security", "externalDocs": result.entries.append(entry)
            case "paths":
                result.entries.append(Mapping.Entry("paths", paths(entry.value), keyPosition: entry.keyPosition))
            case _ where entry.key.hasPrefix("x-"): result.entries.append(entry)
            default: break
            }
        }
        if let servers = servers() { result["servers"] = servers }
        let components = components()
        if !components.isEmpty { result["components"] = .mapping(components) }
        return Node(.mapping(Document.fields.ordered(result)), at: root.position)
    }

    // MARK: Components

    private mutating func components() -> Mapping {
        var components = Mapping()
        func add(_ section: String, _ entries: [Mapping.Entry], from old: String) {
            guard !entries.isEmpty else { return }
            // Two sections originate from the parameters, and large mappings must have distinct positions.
            components.entries.append(
                Mapping.Entry(
                    section, .mapping(Mapping(entries)), keyPosition: root.mapping?.entry(old)?.keyPosition ?? .none))
        }
        add("schemas", named("definitions") { $0.schema($1) }, from: "definitions")
        add("responses", named("responses") { $0.response($1, produces: $0.produces) }, from: "responses")
        add(
            "parameters", named("parameters", where: { !Self.isInBody($0) }) { $0.parameter($1) }, from: "parameters")
        add(
            "requestBodies",
            named("parameters", where: { $0["in"]?.string == "body" }) { $0.requestBody($1, consumes: $0.consumes) },
            from: "parameters")
        add(
            "securitySchemes", named("securityDefinitions") { $0.securityScheme($1) }, from: "securityDefinitions")
        return components
    }

    private mutating func named(
        _ section: String, where isMeant: (Node) -> Bool = { _ in true },
        _ convert: (inout SwaggerConversion, Node) -> Node
    ) -> [Mapping.Entry] {
        (root[section]?.mapping ?? Mapping()).entries.filter { isMeant($0.value) }.map { entry in
            Mapping.Entry(
                name(entry.key, in: section), convert(&self, entry.value), keyPosition: entry.keyPosition)
        }
    }

    /// Names components with the characters that 3.0 allows: letters, digits, `.`, `-`, and `_` (OAS 4.8).
    private mutating func nameComponents(of section: String) {
        var taken: Set<String> = []
        for entry in (root[section]?.mapping ?? Mapping()).entries {
            let stem = String(
                entry.key.map { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "_" })
            var name = stem.isEmpty ? "_" : stem
            var number = 2
            while !taken.insert(name).inserted {
                name = "\(stem)\(number)"
                number += 1
            }
            componentNames[section, default: [:]][entry.key] = name
            guard name != entry.key else { continue }
            report(
                .note, "renamed-component",
                "'\(entry.key)' is renamed to '\(name)' because OpenAPI 3.0 does not allow the original name",
                at: entry.keyPosition)
        }
    }

    func name(_ key: String, in section: String) -> String {
        componentNames[section]?[key] ?? key
    }

    // MARK: References

    private static let sections = [
        "definitions": "schemas", "parameters": "parameters", "responses": "responses",
    ]

    /// Converts a reference of 2.0 to 3.0. References to other files are unchanged.
    func reference(_ node: Node) -> Node {
        guard let text = node["$ref"]?.string, text.hasPrefix("#/"),
            let pointer = JSONPointer(URIReference(text).fragment ?? ""), pointer.tokens.count >= 2,
            let section = Self.sections[pointer.tokens[0]]
        else { return node }
        let old = pointer.tokens[1]
        let isBody = section == "parameters" && root["parameters"]?[old]?["in"]?.string == "body"
        let tokens = ["components", isBody ? "requestBodies" : section, name(old, in: pointer.tokens[0])]
        var result = node
        result["$ref"]?.value = .string(JSONPointer(tokens + pointer.tokens.dropFirst(2)).fragment)
        return result
    }

    /// Returns the target of a reference to a parameter or response of this document.
    func target(of node: Node, in section: String) -> Node? {
        guard let text = node["$ref"]?.string, text.hasPrefix("#/"),
            let pointer = JSONPointer(URIReference(text).fragment ?? ""), pointer.tokens.count == 2,
            pointer.tokens[0] == section
        else { return nil }
        return root[section]?[pointer.tokens[1]]
    }

    // MARK: Shared functions

    static func texts(_ node: Node?) -> [String]? {
        node?.sequence?.compactMap(\.string)
    }

    static func isInBody(_ parameter: Node) -> Bool {
        ["body", "formData"].contains(parameter["in"]?.string)
    }

    /// Returns the entries that are kept unchanged, and the extensions.
    static func kept(_ keys: Set<String>, of node: Node) -> Mapping {
        Mapping((node.mapping ?? Mapping()).entries.filter { keys.contains($0.key) || $0.key.hasPrefix("x-") })
    }

    mutating func report(
        _ severity: Diagnostic.Severity, _ code: String, _ message: String, at position: Position, help: String? = nil
    ) {
        guard diagnostics.count < 2 * ShapeCheck.maximumDiagnostics else { return }
        diagnostics.append(Diagnostic(severity, code, message, at: files.sourcePosition(of: position), help: help))
    }
}
