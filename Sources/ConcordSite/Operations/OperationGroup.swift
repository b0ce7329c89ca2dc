import ConcordOpenAPI

/// The operations that share a tag, in the order in which the document states its tags.
struct OperationGroup {
    let title: String
    let description: String?
    let anchor: Anchor
    var operations: [OperationEntry]

    /// An operation stands in the group of its first tag; those without one come last.
    static func all(of operations: [OperationEntry], tags: [Tag]) -> [OperationGroup] {
        var groups: [OperationGroup] = []
        var places: [String?: Int] = [:]
        for tag in tags {
            guard let name = tag.name, places[name] == nil else { continue }
            places[name] = groups.count
            groups.append(OperationGroup(name, title: tag.summary, description: tag.description))
        }
        for operation in operations where operation.tag != nil {
            if places[operation.tag] == nil {
                places[operation.tag] = groups.count
                groups.append(OperationGroup(operation.tag ?? ""))
            }
            if let place = places[operation.tag] { groups[place].operations.append(operation) }
        }
        groups.removeAll { $0.operations.isEmpty && $0.description == nil }
        let untagged = operations.filter { $0.tag == nil }
        if !untagged.isEmpty {
            groups.append(
                OperationGroup(
                    title: groups.isEmpty ? "Operations" : "Other operations", description: nil,
                    anchor: Anchor("", "operations"), operations: untagged))
        }
        return groups
    }
}

extension OperationGroup {
    private init(_ tag: String, title: String? = nil, description: String? = nil) {
        self.init(title: title ?? tag, description: description, anchor: Anchor("tags", tag), operations: [])
    }
}
