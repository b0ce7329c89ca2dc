import ConcordYAML

extension DocumentComparison {
    /// An operation with its path item.
    struct Endpoint {
        var method: String
        var path: String
        var position: Position
        var operation: Operation
        /// The fields of the path item that apply to all its operations.
        var shared: PathItem

        var name: String { "\(method) \(path)" }
    }

    mutating func paths() {
        let before = Self.pathItems(old.document.node["paths"])
        let after = Self.pathItems(new.document.node["paths"])
        let oldTemplates = Dictionary(before.map { (Self.shape($0.key), $0) }) { first, _ in first }
        let oldPaths = Dictionary(before.map { ($0.key, $0) }) { first, _ in first }
        var met: Set<String> = []
        for entry in after {
            let match = oldPaths[entry.key] ?? oldTemplates[Self.shape(entry.key)]
            if let match, met.insert(match.key).inserted {
                pathItem(match, entry)
            } else {
                for endpoint in new.endpoints(of: entry) { reportAdded(endpoint) }
            }
        }
        for entry in before where !met.contains(entry.key) {
            for endpoint in old.endpoints(of: entry) { reportRemoved(endpoint) }
        }
    }

    private static func pathItems(_ node: Node?) -> [Mapping.Entry] {
        (node?.mapping ?? Mapping()).entries.filter { !$0.key.hasPrefix("x-") }
    }

    /// Returns a path template without parameter names, which have no meaning for clients.
    private static func shape(_ template: String) -> String {
        var result = ""
        var isInside = false
        for character in template {
            if character == "}" { isInside = false }
            if !isInside { result.append(character) }
            if character == "{" { isInside = true }
        }
        return result
    }

    static func templateNames(_ template: String) -> [String] {
        template.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }
    }

    /// Compares the operations of a path. Requests of webhooks and callbacks are sent to the client, so they are
    /// `flipped`.
    mutating func pathItem(_ before: Mapping.Entry, _ after: Mapping.Entry, flipped: Bool = false) {
        let outer = operation
        defer { operation = outer }
        let mine = old.endpoints(of: before)
        let theirs = Dictionary(new.endpoints(of: after).map { ($0.method, $0) }) { first, _ in first }
        for endpoint in mine {
            if let other = theirs[endpoint.method] {
                operation(endpoint, other, flipped: flipped)
            } else {
                reportRemoved(endpoint)
            }
        }
        let known = Set(mine.map(\.method))
        for endpoint in new.endpoints(of: after) where !known.contains(endpoint.method) { reportAdded(endpoint) }
        describe(
            old.pathItem(before.value).node, new.pathItem(after.value).node, "the path '\(after.key)'",
            keys: ["summary", "description"])
    }

    private mutating func reportAdded(_ endpoint: Endpoint) {
        let outer = operation
        operation = endpoint.name
        report(.operationAdded, "\(endpoint.name) was added", nil, endpoint.position)
        operation = outer
    }

    private mutating func reportRemoved(_ endpoint: Endpoint) {
        let outer = operation
        operation = endpoint.name
        defer { operation = outer }
        let node = endpoint.operation.node
        switch removal(of: node) {
        case .due:
            report(
                .deprecatedOperationRemoved, "\(endpoint.name), which was deprecated, was removed", endpoint.position,
                nil)
        case .unannounced: report(.operationRemoved, "\(endpoint.name) was removed", endpoint.position, nil)
        case .early(let date):
            report(
                .operationRemovedBeforeSunset, "\(endpoint.name) was removed before its sunset on \(date)",
                endpoint.position, nil)
        case .unreadable(let text):
            report(
                .sunsetUnreadable, "\(endpoint.name) was removed, and its 'x-sunset' is not a date: '\(text)'",
                endpoint.position, nil)
        }
    }

    // MARK: Webhooks

    mutating func webhooks() {
        let before = old.document.webhooks.mapping
        let after = new.document.webhooks.mapping
        let (mine, theirs) = (before.byKey, after.byKey)
        for entry in before.entries {
            if let other = theirs[entry.key] {
                pathItem(entry, other, flipped: true)
            } else {
                report(.webhookRemoved, "the webhook '\(entry.key)' was removed", entry.keyPosition, nil)
            }
        }
        for entry in after.entries where mine[entry.key] == nil {
            report(.webhookAdded, "the webhook '\(entry.key)' was added", nil, entry.keyPosition)
        }
    }
}

extension DocumentComparison.Edition {
    func pathItem(_ node: Node) -> PathItem {
        let item = PathItem(node)
        guard item.reference != nil, let target = resolver.resolve(item)?.node.mapping else { return item }
        var mapping = target
        for entry in (node.mapping ?? Mapping()).entries where entry.key != "$ref" { mapping[entry.key] = entry.value }
        return PathItem(Node(.mapping(mapping), at: node.position))
    }

    func endpoints(of entry: Mapping.Entry) -> [DocumentComparison.Endpoint] {
        let item = pathItem(entry.value)
        return item.operations.map {
            .init(method: $0.method, path: entry.key, position: $0.position, operation: $0.operation, shared: item)
        }
    }
}
