import ConcordDiagnostics
import ConcordYAML

extension Document {
    /// Returns the violations of rules in the document. See `DocumentRule`. Diagnostics from reading the document are
    /// not repeated.
    public func validate() -> [Diagnostic] {
        // The bundled document contains each object once, and its nodes keep their original positions.
        let whole = bundled().document ?? self
        var walk = DocumentWalk(DocumentValidation(whole), version: version)
        walk.walk(whole.node, as: Document.self)
        walk.visitor.finish()
        return walk.visitor.findings.sorted
    }
}

/// Checks each object of a walk against its rules. Each group of rules has its own file, with the texts and checks of
/// the rules.
struct DocumentValidation: DocumentVisitor {
    let document: Document
    let version: OpenAPIVersion
    let resolver: ReferenceResolver
    let findings: Findings

    /// The names that the document declares.
    let declared: DeclaredNames
    /// The operations with an `operationId`, and the links that refer to one. They are checked at the end.
    var operations = OperationNames()
    /// The references between components.
    var uses = ReachedComponents()
    var evaluator: SchemaEvaluator
    /// The references that have been checked.
    var soundReferences: Set<KnownReference> = []
    /// The targets of references to parameters.
    var parametersByReference: [String: Parameter] = [:]
    /// The suggestions for unknown keywords of schemas, or `nil` for those without one.
    var helpOfKeywords: [String: String?] = [:]

    init(_ document: Document) {
        self.document = document
        version = document.version
        resolver = ReferenceResolver(document)
        findings = Findings(files: document.files)
        declared = DeclaredNames(document)
        evaluator = SchemaEvaluator(document, resolver)
    }

    mutating func visit(_ node: Node, as type: any OpenAPIObject.Type, at path: [PathStep]) -> Bool {
        // The most frequent types first.
        if type == Schema.self {
            check(Schema(node), at: path)
        } else if type == Reference.self {
            return true
        } else if type == Parameter.self {
            check(Parameter(node), at: path)
        } else if type == MediaType.self {
            check(MediaType(node), at: path)
        } else if type == Response.self {
            check(Response(node))
        } else if type == PathItem.self {
            check(PathItem(node))
        } else {
            checkRarer(node, as: type, at: path)
        }
        return true
    }

    private mutating func checkRarer(_ node: Node, as type: any OpenAPIObject.Type, at path: [PathStep]) {
        switch ObjectIdentifier(type) {
        case ObjectIdentifier(Document.self): check(Document(node))
        case ObjectIdentifier(Info.self): check(Info(node))
        case ObjectIdentifier(Contact.self): check(Contact(node))
        case ObjectIdentifier(License.self): check(License(node))
        case ObjectIdentifier(ExternalDocumentation.self): checkURL("url", of: node)
        case ObjectIdentifier(Tag.self): break
        case ObjectIdentifier(Server.self): check(Server(node))
        case ObjectIdentifier(Paths.self): check(Paths(node))
        case ObjectIdentifier(Operation.self): check(Operation(node))
        case ObjectIdentifier(Header.self): check(Header(node), at: path)
        case ObjectIdentifier(RequestBody.self): checkMediaTypes(of: node["content"])
        case ObjectIdentifier(Responses.self): check(Responses(node))
        case ObjectIdentifier(Encoding.self): check(Encoding(node))
        case ObjectIdentifier(Example.self): check(Example(node))
        case ObjectIdentifier(Link.self): check(Link(node))
        case ObjectIdentifier(Callback.self): check(Callback(node))
        case ObjectIdentifier(Components.self): check(Components(node))
        case ObjectIdentifier(SecurityScheme.self): check(SecurityScheme(node))
        case ObjectIdentifier(OAuthFlows.self): check(OAuthFlows(node))
        case ObjectIdentifier(SecurityRequirement.self): check(SecurityRequirement(node))
        case ObjectIdentifier(Discriminator.self): check(Discriminator(node))
        case ObjectIdentifier(XML.self): check(XML(node))
        default: break
        }
    }

    mutating func visit(_ entry: Mapping.Entry, field: Field?, of type: any OpenAPIObject.Type, at path: [PathStep]) {
        guard field == nil else { return }
        checkUnknown(entry, in: type)
    }

    mutating func visitReference(_ text: String, in node: Node, to type: any OpenAPIObject.Type, at path: [PathStep]) {
        uses.note(text, at: path)
        checkReference(text, in: node, to: type)
    }

    mutating func visitMissing(_ field: Field, in node: Node, as type: any OpenAPIObject.Type, at path: [PathStep]) {
        reportMissing(field.name, in: type.fields.name, at: node)
    }

    /// Checks the rules that require the whole document.
    mutating func finish() {
        checkLinkedOperations()
        checkUnusedComponents()
        checkSchemaCircles()
        reportUnevaluatedExamples()
    }

    func report(
        _ rule: DocumentRule, _ message: @autoclosure () -> String, at position: Position,
        help: @autoclosure () -> String? = nil,
        related: (message: String, position: Position)? = nil, severity: Diagnostic.Severity? = nil
    ) {
        findings.report(rule, message, at: position, help: help, related: related, severity: severity)
    }
}

/// The names that a document declares.
struct DeclaredNames {
    let schemas: Set<String>
    let securitySchemes: [String: SecurityScheme]
    /// The scopes of all flows of a security scheme, keyed by its name.
    let scopes: [String: Set<String>]
    let tags: Set<String>

    init(_ document: Document) {
        schemas = Set(document.components?.schemas.names ?? [])
        securitySchemes = Dictionary(
            (document.components?.securitySchemes ?? ObjectMap()).map {
                ($0.name, document.resolve($0.value) ?? $0.value)
            }
        ) { first, _ in first }
        scopes = securitySchemes.mapValues { scheme in
            let flows = scheme.flows?.node.mapping?.entries.filter { !$0.key.hasPrefix("x-") } ?? []
            return Set(flows.flatMap { $0.value["scopes"]?.mapping?.keys ?? [] })
        }
        tags = Set(document.tags.compactMap(\.name))
    }
}

extension Collection<String> {
    /// Returns 'did you mean …?' with the closest name, or `nil` if none is close enough or searching would take long.
    func suggestion(for name: String) -> String? {
        guard count <= 5_000, name.utf8.count <= 100 else { return nil }
        return filter { $0.utf8.count <= 100 }.nearest(to: name).map { "did you mean '\($0)'?" }
    }
}
