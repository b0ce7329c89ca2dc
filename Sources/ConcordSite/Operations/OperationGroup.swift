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
    /// The heading in the navigation from `x-tagGroups`.
    var heading: String?
    /// The operations whose first tag is this one.
    var operations: [OperationEntry] = []
    /// The operations that have this tag, but not as their first.
    var others: [OperationEntry] = []

    /// The maximum number of untagged operations in one group. More operations are grouped by path.
    private static let mostUntaggedOperations = 20

    /// Returns the groups of a document: its tags in order, the operations without a tag, then the webhooks.
    static func all(in document: Document, _ components: ComponentIndex) -> [OperationGroup] {
        let operations = OperationEntry.all(
            in: document.paths?.items ?? ObjectMap(), isWebhook: false, components: components)
        let webhooks = OperationEntry.all(in: document.webhooks, isWebhook: true, components: components)
        var groups = tagged(operations, document)
        let untagged = operations.filter { $0.operation.tags.isEmpty }
        groups +=
            untagged.count > mostUntaggedOperations
            ? byPath(untagged)
            : single(groups.isEmpty ? "Operations" : "Other operations", "operations", untagged)
        return groups + single("Webhooks", "webhooks", webhooks, "Requests that the server sends.")
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

    /// Groups operations by the first part of the path that differs.
    private static func byPath(_ operations: [OperationEntry]) -> [OperationGroup] {
        let parts = operations.map { $0.path.split(separator: "/").map(String.init) }
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
    private init(_ tag: Tag, name: String, heading: String?) {
        self.init(
            title: tag.summary ?? tag.node["x-displayName"]?.string ?? name, anchor: Anchor("tags", name),
            description: tag.description, externalDocs: tag.externalDocs, tag: name, parent: tag.parent,
            kind: tag.kind, heading: heading)
    }
}
