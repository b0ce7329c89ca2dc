import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline
import ConcordYAML

extension Generator {
    /// Creates the OpenAPI Object of an API.
    mutating func document(_ api: APIDeclaration, _ program: Program, version text: String) -> Node {
        var builder = ObjectBuilder()
        builder.text("openapi", text)
        builder.object("info", info(api))
        builder.text("jsonSchemaDialect", api.texts[.jsonSchemaDialect])
        if let servers = api.servers { builder["servers"] = .sequence(servers.map { node($0) }) }
        addPaths(api, to: &builder)
        let requirements = api.authentication.map { self.security($0, in: []) }
        builder.object("components", components(program, listed: api.components + api.examples + api.links))
        if let requirements { builder["security"] = requirements }
        if let tags = api.tags { builder["tags"] = .sequence(tags.map { node($0) }) }
        if let docs = api.externalDocs { builder["externalDocs"] = node(docs) }
        let result = merged(builder.node, api.head.fragments)
        return KeyOrder.document.ordered(result)
    }

    private mutating func info(_ api: APIDeclaration) -> ObjectBuilder {
        var builder = ObjectBuilder()
        builder.text("title", api.texts[.title])
        if let summary = api.texts[.summary] {
            if version >= .v3_1 { builder.text("summary", summary) } else { reportLeftOut("summary", of: api) }
        }
        builder.text("description", api.description.isWritten ? api.description.value : api.head.documentation)
        builder.text("termsOfService", api.texts[.termsOfService])
        if let contact = api.contact { builder["contact"] = node(contact) }
        if let license = api.license {
            let node = node(license)
            builder["license"] = version >= .v3_1 ? node : License(node).loweredTo3_0.node
        }
        builder.text("version", api.texts[.version])
        return builder
    }

    private mutating func reportLeftOut(_ field: String, of api: APIDeclaration) {
        report(
            .warning, "left-out", "OpenAPI 3.0 has no '\(field)' for an API, so the document omits it",
            at: api.head.mark, help: "remove '.\(field)', or write OpenAPI 3.1")
    }

    private mutating func addPaths(_ api: APIDeclaration, to builder: inout ObjectBuilder) {
        if let views = api.views {
            builder["paths"] = .mapping(items(views, isWebhook: false))
        } else if version == .v3_0, api.texts[.openapi].flatMap(OpenAPIVersion.init(text:)) != .v3_0 {
            // OpenAPI 3.0 requires `paths`. A document without paths in later versions is stated by a fragment.
            builder["paths"] = .mapping(Mapping())
        }
        if let webhooks = api.webhooks {
            let items = items(webhooks, isWebhook: true)
            if !items.isEmpty { builder["webhooks"] = .mapping(items) }
        }
    }

    private mutating func items(_ uses: [APIDeclaration.TypeUse], isWebhook: Bool) -> Mapping {
        var items: [Mapping.Entry] = []
        var owners: [String: SourceMark] = [:]
        for listed in views(uses, isWebhook: isWebhook) {
            for view in explicit(listed) {
                if let owner = owners[view.path] {
                    error(
                        "duplicate-path", "two views have the path \"\(view.path)\"", at: view.head.mark,
                        help: "make them one view", related: ("the other declaration is here", owner))
                } else {
                    owners[view.path] = view.head.mark
                    items.append(.init(view.path, pathItem(view)))
                }
            }
        }
        return Mapping(items)
    }
}

extension Scaffolder {
    /// Reads the declarations of a whole document.
    mutating func scaffold(_ root: Mapping) {
        var rest = Unconsumed(root)
        let title = root["info"]?["title"]?.string
        var head = DeclarationHead("")
        if let title, !title.isEmpty {
            // Punctuation around a title doesn't distinguish it from other titles.
            let text = title.wholeMatch(of: /[^\p{L}\p{N}]*(.*?)[^\p{L}\p{N}]*/).map { String($0.1) } ?? title
            let words = SwiftName.words(of: text.isEmpty ? title : text).filter { $0.lowercased() != "api" }.joined(
                separator: " ")
            head.name = typeName(words.isEmpty ? "API" : words + " API", suffix: "Document")
        } else {
            head.name = typeName("Main API", suffix: "Document")
        }
        api = APIDeclaration(head)
        api.derivesResponses = false
        if let text = rest.takeText("openapi"), text != APIDeclaration.defaultVersion { api.texts[.openapi] = text }
        formComponents = FormComponents(root)
        wholeBodyComponents = WholeBodyComponents(root)
        nameComponents(root["components"]?.mapping ?? Mapping())
        let schemas = root["components"]?["schemas"]?.mapping ?? Mapping()
        circularReferences = circularReferences(schemas)
        registerEnums(schemas)
        takeInfo(&rest)
        takeDocumentFields(&rest)
        takeComponents(&rest)
        takePaths(&rest)
        markUnusedEnums()
        api.settings = settings
        api.head.fragments = rest.fragments
        declarations = breakingCycles(declarations)
        declarations.insert(.api(api), at: 0)
    }

    private mutating func takeInfo(_ rest: inout Unconsumed) {
        guard let mapping = rest.takeMapping("info") else { return }
        var info = Unconsumed(mapping)
        // Fields that the version doesn't have remain in a fragment.
        let hasSummary = version >= .v3_1
        for text in [APIDeclaration.Text.title, .version, .summary, .termsOfService]
        where text != .summary || hasSummary {
            api.texts[text] = info.takeText(text.rawValue)
        }
        if let text = info.takeText("description") {
            if CommentText.canHold(text) { api.head.documentation = text } else { api.description = .stated(text) }
        }
        if let node = info.node("contact"), let contact = valueObject(.contact, node) {
            info.take("contact")
            api.contact = contact
        }
        if let node = info.node("license"), version >= .v3_1 || node["identifier"] == nil,
            let license = valueObject(.license, node)
        {
            info.take("license")
            api.license = license
        }
        if !info.isEmpty || mapping.isEmpty { rest.restore("info", .mapping(info.mapping)) }
    }

    private mutating func takeDocumentFields(_ rest: inout Unconsumed) {
        api.texts[.jsonSchemaDialect] = rest.takeText("jsonSchemaDialect")
        if let node = rest.node("servers"), let servers = valueObjects(.server, node) {
            rest.take("servers")
            api.servers = servers
        }
        if let node = rest.node("tags"), let tags = valueObjects(.tag, node) {
            rest.take("tags")
            api.tags = tags
        }
        if let requirements = rest.node("security").flatMap(requirements) {
            rest.take("security")
            api.authentication = requirements
        }
        if let node = rest.node("externalDocs"), let docs = valueObject(.externalDocs, node) {
            rest.take("externalDocs")
            api.externalDocs = docs
        }
    }

    private mutating func viewNames(_ keys: [String], areWebhooks: Bool) -> [String] {
        names(
            keys.map { key in
                TypeNames.Wish(
                    TypeNames.Key.wireName(ofPath: key),
                    calledAfter: areWebhooks ? key : ViewNames.name(ofPath: key),
                    suffix: areWebhooks ? "Webhook" : "View", spelling: key)
            })
    }

    private mutating func takePaths(_ rest: inout Unconsumed) {
        for (key, isWebhook) in [("paths", false), ("webhooks", true)] {
            guard let items = rest.node(key)?.mapping, !items.isEmpty || !isWebhook else { continue }
            rest.take(key)
            var uses: [APIDeclaration.TypeUse] = []
            var left = Mapping()
            let isItem = { (key: String) in !key.hasPrefix("x-") && (isWebhook || key.hasPrefix("/")) }
            var names = viewNames(items.keys.filter(isItem), areWebhooks: isWebhook)[...]
            for entry in items.entries {
                guard isItem(entry.key), let name = names.popFirst() else {
                    left[entry.key] = entry.value
                    continue
                }
                declarations.append(.view(view(entry.key, entry.value, type: name, kind: isWebhook ? .webhook : .path)))
                uses.append(.init(.named(name)))
            }
            if isWebhook { api.webhooks = uses } else { api.views = uses }
            if !left.isEmpty { rest.restore(key, .mapping(left)) }
        }
    }
}

extension APIDeclaration {
    /// The version of a document if the API doesn't specify one.
    static let defaultVersion = "3.1.1"
}
