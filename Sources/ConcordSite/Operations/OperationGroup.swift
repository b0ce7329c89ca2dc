import ConcordOpenAPI

/// A group of operations: those with a tag, those with a path prefix, or the webhooks.
struct OperationGroup: Sendable {
    let title: String
    let anchor: Anchor
    var description: String?
    var externalDocs: ExternalDocumentation?
    /// The name of the tag.
    var tag: String?
    var parent: String?
    /// The `kind` of the tag in OpenAPI 3.2: `nav`, `badge`, `audience`.
    var kind: String?
    /// The heading in the navigation, from `x-tagGroups`.
    var heading: String?
    /// The operations whose first tag is this one.
    var operations: [OperationEntry] = []
    /// The operations that have this tag, but not as their first.
    var others: [OperationEntry] = []

    /// The maximum number of untagged operations in one group. More operations are grouped by path.
    private static let mostUntaggedOperations = 20
    /// The maximum number of groups by path. More groups would not make the navigation shorter.
    private static let mostGroupsOfPaths = 100

    /// Returns the groups of a document: its tags in order, the operations without a tag, then the webhooks.
    static func all(in document: Document, _ components: ComponentIndex, _ texts: SiteTexts) -> [OperationGroup] {
        let operations = OperationEntry.all(
            in: document.paths?.items ?? ObjectMap(), isWebhook: false, components: components)
        let webhooks = OperationEntry.all(in: document.webhooks, isWebhook: true, components: components)
        var groups = tagged(operations, document)
        let untagged = operations.filter { $0.operation.tags.isEmpty }
        let grouped = untagged.count > mostUntaggedOperations ? byPath(untagged) : nil
        groups +=
            grouped
            ?? single(texts[groups.isEmpty ? .operations : .otherOperations], "operations", untagged)
        return groups + single(texts[.webhooks], "webhooks", webhooks, texts[.requestsOfServer])
    }

    private static func single(
        _ title: String, _ anchor: String, _ operations: [OperationEntry], _ description: String? = nil
    ) -> [OperationGroup] {
        guard !operations.isEmpty else { return [] }
        return [
            OperationGroup(
                title: title, anchor: Anchor("", anchor), description: description, operations: operations)
        ]
    }

    private static func tagged(_ operations: [OperationEntry], _ document: Document) -> [OperationGroup] {
        var groups: [OperationGroup] = []
        var places: [String: Int] = [:]
        func place(of tag: String) -> Int {
            if let place = places[tag] { return place }
            places[tag] = groups.count
            groups.append(OperationGroup(title: tag, anchor: Anchor("tags", tag), tag: tag))
            return groups.count - 1
        }
        let headings = headings(of: document)
        for tag in document.tags {
            guard let name = tag.name, places[name] == nil else { continue }
            places[name] = groups.count
            groups.append(OperationGroup(tag, name: name, heading: headings[name]))
        }
        for operation in operations {
            for (index, tag) in operation.operation.tags.enumerated() {
                let place = place(of: tag)
                if index == 0 {
                    groups[place].operations.append(operation)
                } else if !operation.operation.tags[..<index].contains(tag) {
                    groups[place].others.append(operation)
                }
            }
        }
        let parents = Set(groups.compactMap(\.parent))
        groups.removeAll { group in
            group.operations.isEmpty && group.others.isEmpty && group.description == nil
                && !parents.contains(group.tag ?? "")
        }
        return groups
    }

    /// The name of the `x-tagGroups` entry of each tag.
    private static func headings(of document: Document) -> [String: String] {
        var headings: [String: String] = [:]
        for group in document.node["x-tagGroups"]?.sequence ?? [] {
            guard let name = group["name"]?.string else { continue }
            for tag in group["tags"]?.sequence ?? [] where tag.string != nil { headings[tag.string ?? ""] = name }
        }
        return headings
    }

    /// Groups operations by the first path segment that differs. If almost every operation has its own segment, groups
    /// them by the first word that differs. Returns `nil` if neither results in few groups.
    private static func byPath(_ operations: [OperationEntry]) -> [OperationGroup]? {
        let parts = group(operations) { $0.path.split(separator: "/").map(String.init) }
        guard 2 * parts.count > operations.count else { return parts.count > mostGroupsOfPaths ? nil : parts }
        let byWord = group(operations) { words(of: $0.path) }
        let fewest = byWord.count < parts.count ? byWord : parts
        return fewest.count > mostGroupsOfPaths ? nil : fewest
    }

    /// Returns the words of a path, separated at punctuation and camel-case boundaries.
    private static func words(of path: String) -> [String] {
        path.replacing(/([a-z0-9])([A-Z])/) { "\($0.output.1) \($0.output.2)" }
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static func group(
        _ operations: [OperationEntry], by split: (OperationEntry) -> [String]
    ) -> [OperationGroup] {
        let parts = operations.map(split)
        let first = parts.first ?? []
        var shared = 0
        while shared < first.count - 1, parts.allSatisfy({ $0.count > shared && $0[shared] == first[shared] }) {
            shared += 1
        }
        var groups: [OperationGroup] = []
        var places: [String: Int] = [:]
        for (operation, parts) in zip(operations, parts) {
            let part = parts.count > shared ? parts[shared] : parts.last ?? "/"
            if let place = places[part] {
                groups[place].operations.append(operation)
            } else {
                places[part] = groups.count
                groups.append(
                    OperationGroup(title: readable(part), anchor: Anchor("paths", part), operations: [operation]))
            }
        }
        return groups
    }

    private static func readable(_ part: String) -> String {
        let words = part.replacing("_", with: " ").replacing("-", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

extension OperationGroup {
    /// Returns groups, each followed by those that are nested in it.
    static func nested(_ groups: [OperationGroup]) -> [OperationGroup] {
        let tags = Set(groups.compactMap(\.tag))
        let children = Dictionary(grouping: groups.filter { $0.parent != $0.tag }) { $0.parent ?? "" }
        func withChildren(_ group: OperationGroup, _ depth: Int) -> [OperationGroup] {
            guard depth < 8, let tag = group.tag else { return [group] }
            return [group] + (children[tag] ?? []).flatMap { withChildren($0, depth + 1) }
        }
        let roots = groups.filter { group in group.parent.map { !tags.contains($0) || $0 == group.tag } ?? true }
        let nested = roots.flatMap { withChildren($0, 0) }
        // Tags that are nested in each other have no root.
        let shown = Set(nested.map(\.anchor))
        return nested + groups.filter { !shown.contains($0.anchor) }
    }

    private init(_ tag: Tag, name: String, heading: String?) {
        self.init(
            title: tag.summary ?? tag.node["x-displayName"]?.string ?? name, anchor: Anchor("tags", name),
            description: tag.description, externalDocs: tag.externalDocs, tag: name, parent: tag.parent,
            kind: tag.kind, heading: heading)
    }
}
