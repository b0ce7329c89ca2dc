import ConcordYAML

/// Compares two versions of an API, construct by construct. Each construct has its own file.
struct DocumentComparison {
    let old: Edition
    let new: Edition
    let today: String?
    private(set) var changes: [Change] = []
    /// The operation and the direction for which changes are reported.
    var operation: String?
    var direction: Change.Direction?
    /// Whether the client handles the operation, as for a webhook or a callback. The request is then sent to the
    /// client.
    var isFlipped = false
    /// The compared pairs of schemas, so that shared schemas are reported once for each direction.
    var compared: Set<SchemaPair> = []
    var depth = 0
    /// The operations that use the compared objects.
    var reach = ChangeReach()

    /// A document with its references.
    struct Edition {
        let document: Document
        let resolver: ReferenceResolver

        init(_ document: Document) {
            // These positions aren't in a file, so no change reports them.
            let known =
                document.node.position == .none ? Document(document.node.numbered, files: SourceFiles()) : document
            let whole = known.bundled().document ?? known
            // From 3.1 on, null, bounds, and examples are expressed in the same way.
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

    /// Returns the effect of a change on clients. A client that handles a request doesn't have to send values that
    /// became required.
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

    /// Runs a comparison for data in one direction, and then restores the direction.
    mutating func going(_ direction: Change.Direction?, _ compare: (inout DocumentComparison) -> Void) {
        let outer = self.direction
        self.direction = direction
        compare(&self)
        self.direction = outer
    }

    // MARK: Words

    /// Reports changes of documentation and extensions: those in `keys`, or all of them.
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

    /// Compares tags by name. Their contents are documentation. If a document declares a name twice, the declarations are
    /// paired in order.
    private mutating func tags() {
        func byName(_ document: Document) -> [(name: String, number: Int, node: Node)] {
            var counts: [String: Int] = [:]
            return document.tags.compactMap { tag in
                guard let name = tag.name else { return nil }
                counts[name, default: 0] += 1
                return (name, counts[name, default: 0], tag.node)
            }
        }
        let (mine, theirs) = (byName(old.document), byName(new.document))
        let place = (old.document.node["tags"]?.position, new.document.node["tags"]?.position)
        for tag in mine {
            if let other = theirs.first(where: { $0.name == tag.name && $0.number == tag.number }) {
                describe(tag.node, other.node, "the tag '\(tag.name)'", all: true)
            } else {
                report(.tagsChanged, "the tag '\(tag.name)' was removed", tag.node.position, place.1)
            }
        }
        for tag in theirs where !mine.contains(where: { $0.name == tag.name && $0.number == tag.number }) {
            report(.tagsChanged, "the tag '\(tag.name)' was added", place.0, tag.node.position)
        }
    }
}

extension Mapping {
    /// The entries by key, for repeated lookups.
    var byKey: [String: Entry] {
        Dictionary(entries.map { ($0.key, $0) }) { first, _ in first }
    }
}

extension Node {
    /// The node on one line, truncated if it is long.
    var excerpt: String {
        let text = string ?? flowYAML
        return text.count > 60 ? text.prefix(60) + "…" : text
    }
}

extension Node {
    /// The node, with a position for itself and for each node in it.
    ///
    /// A comparison distinguishes nodes by their positions, and recognizes cycles by them. A document that was not read
    /// from text has no positions, or those of the fragments from which it was created.
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
