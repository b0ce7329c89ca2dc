import ConcordYAML

/// Compares two editions of an API, construct by construct; each construct has a file of its own.
struct DocumentComparison {
    let old: Edition
    let new: Edition
    let today: String?
    private(set) var changes: [Change] = []
    /// The operation and the direction that changes are reported for.
    var operation: String?
    var direction: Change.Direction?
    /// Whether the operation is one that the client answers, a webhook's or a callback's: then its request goes to the
    /// client.
    var isFlipped = false
    /// The compared pairs of schemas, so that shared schemas are reported once for each direction.
    var compared: Set<SchemaPair> = []
    var depth = 0
    /// The operations that use the compared objects.
    var reach = ChangeReach()

    /// One of the two documents, with its references at hand.
    struct Edition {
        let document: Document
        let resolver: ReferenceResolver

        init(_ document: Document) {
            // The positions are in no file, so that no change states them.
            let known =
                document.node.position == .none ? Document(document.node.numbered, files: SourceFiles()) : document
            let whole = known.links.isBundled ? known : known.bundled().document ?? known
            // Null, bounds and examples are said alike from 3.1 on.
            self.document = whole.version < .v3_1 ? whole.converted(to: .v3_1).document : whole
            resolver = ReferenceResolver(self.document)
        }

        /// Returns the target of an object that is a reference, or the object itself. Returns an empty object if the
        /// target does not exist.
        func resolved<Object: OpenAPIObject>(_ object: Object) -> Object {
            resolver.resolved(object)
        }
    }

    init(_ old: Document, _ new: Document, today: String?) {
        self.old = Edition(old)
        self.new = Edition(new)
        self.today = today
    }

    mutating func compareDocuments() {
        let (before, after) = (old.document, new.document)
        describe(before.node["info"], after.node["info"], "the info object", all: true)
        servers(before.node, after.node, of: "the API")
        paths()
        webhooks()
        securitySchemes()
        tags()
        describe(
            before.node, after.node, "the document", keys: ["externalDocs", "jsonSchemaDialect", "$self"])
    }

    // MARK: Reporting

    mutating func report(_ rule: ChangeRule, _ message: String, _ before: Position?, _ after: Position?) {
        reach.note(change: changes.count)
        changes.append(
            Change(
                rule: rule, effect: effect(of: rule), direction: isFlipped ? direction?.opposite : direction,
                operation: operation,
                message: message, old: before.flatMap { old.document.files.sourcePosition(of: $0) },
                new: after.flatMap { new.document.files.sourcePosition(of: $0) }))
    }

    /// What a change does to clients. One that answers a request is not asked to send what became required.
    private func effect(of rule: ChangeRule) -> ChangeClass {
        guard isFlipped else { return rule.effect(in: direction) }
        switch rule {
        case .requiredParameterAdded, .pathParameterAdded, .parameterBecameRequired, .requiredBodyAdded,
            .bodyBecameRequired:
            return .compatible
        case .parameterBecameOptional, .bodyBecameOptional: return .breaking
        default: return rule.effect(in: direction)
        }
    }

    /// Compares what goes one way and leaves the direction as it was.
    mutating func going(_ direction: Change.Direction?, _ compare: (inout DocumentComparison) -> Void) {
        let outer = self.direction
        self.direction = direction
        compare(&self)
        self.direction = outer
    }

    // MARK: Words

    /// Reports words and extensions that have changed: those of `keys`, or all there are.
    mutating func describe(
        _ before: Node?, _ after: Node?, _ subject: String, keys: Set<String> = [], all: Bool = false,
        except: Set<String> = []
    ) {
        let (mine, theirs) = (before?.mapping ?? Mapping(), after?.mapping ?? Mapping())
        func isMeant(_ key: String) -> Bool {
            (all || keys.contains(key) || key.hasPrefix("x-")) && !except.contains(key)
        }
        for entry in mine.entries where isMeant(entry.key) {
            let other = theirs.entry(entry.key)
            if let other, entry.value.isEquivalent(to: other.value) { continue }
            reportWord(entry.key, of: subject, other == nil ? "was removed" : "changed", entry, other)
        }
        for entry in theirs.entries where isMeant(entry.key) && mine.index(of: entry.key) == nil {
            reportWord(entry.key, of: subject, "was added", nil, entry)
        }
    }

    private mutating func reportWord(
        _ key: String, of subject: String, _ change: String, _ before: Mapping.Entry?, _ after: Mapping.Entry?
    ) {
        report(
            key.hasPrefix("x-") ? .extensionChanged : .documentationChanged, "'\(key)' of \(subject) \(change)",
            before?.keyPosition, after?.keyPosition)
    }

    /// Tags by their names; what they are is words.
    private mutating func tags() {
        func byName(_ document: Document) -> [(name: String, node: Node)] {
            document.tags.compactMap { tag in tag.name.map { ($0, tag.node) } }
        }
        let (mine, theirs) = (byName(old.document), byName(new.document))
        let place = (old.document.node["tags"]?.position, new.document.node["tags"]?.position)
        for tag in mine {
            if let other = theirs.first(where: { $0.name == tag.name }) {
                describe(tag.node, other.node, "the tag '\(tag.name)'", all: true)
            } else {
                report(.tagsChanged, "the tag '\(tag.name)' was removed", tag.node.position, place.1)
            }
        }
        for tag in theirs where !mine.contains(where: { $0.name == tag.name }) {
            report(.tagsChanged, "the tag '\(tag.name)' was added", place.0, tag.node.position)
        }
    }
}

extension Mapping {
    /// The entries by key, where many are to be looked up.
    var byKey: [String: Entry] {
        Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
    }
}

extension Node {
    /// The node on one line, cut where it is long.
    var excerpt: String {
        let text = string ?? flowYAML
        return text.count > 60 ? text.prefix(60) + "…" : text
    }
}

extension Node {
    /// The node with a position for itself and each node in it.
    ///
    /// A comparison distinguishes nodes by their positions, and recognizes circles by them. A document that was not
    /// read from text has none, or those of the fragments that it was made of.
    fileprivate var numbered: Node {
        var count = 0
        return numbered(&count)
    }

    private func numbered(_ count: inout Int) -> Node {
        count += 1
        let position = Position(line: count, column: 1)
        switch value {
        case .mapping(var mapping):
            for index in mapping.entries.indices {
                mapping.entries[index].value = mapping.entries[index].value.numbered(&count)
            }
            return Node(.mapping(mapping), at: position)
        case .sequence(let nodes): return Node(.sequence(nodes.map { $0.numbered(&count) }), at: position)
        default: return Node(value, at: position)
        }
    }
}
