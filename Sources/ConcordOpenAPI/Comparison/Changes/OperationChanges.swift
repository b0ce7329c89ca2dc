import ConcordYAML

extension DocumentComparison {
    mutating func operation(_ before: Endpoint, _ after: Endpoint, flipped: Bool) {
        let outer = operation
        let wasFlipped = isFlipped
        (operation, isFlipped) = (after.name, flipped)
        reach.note(operation: after.name)
        defer { (operation, isFlipped) = (outer, wasFlipped) }
        let (mine, theirs) = (before.operation, after.operation)
        lifeCycle(mine.node, theirs.node, "the operation", before.position, after.position)
        if mine.operationId != theirs.operationId {
            report(
                .operationIDChanged,
                "the 'operationId' changed from \(Self.named(mine.operationId)) to \(Self.named(theirs.operationId))",
                mine.node["operationId"]?.position ?? before.position,
                theirs.node["operationId"]?.position ?? after.position)
        }
        if Set(mine.tags) != Set(theirs.tags) {
            report(
                .tagsChanged, "the tags of the operation changed", mine.node["tags"]?.position ?? before.position,
                theirs.node["tags"]?.position ?? after.position)
        }
        describe(
            mine.node, theirs.node, "the operation", keys: ["summary", "description", "externalDocs"],
            except: Self.lifeCycleKeys)
        servers(mine.node, theirs.node, of: "the operation")
        security(of: before, after)
        going(flipped ? .response : .request) {
            $0.parameters(before, after)
            $0.requestBody(before, after)
        }
        going(flipped ? .request : .response) { $0.responses(before, after) }
        callbacks(mine, theirs)
    }

    private static func named(_ id: String?) -> String { id.map { "'\($0)'" } ?? "none" }

    private mutating func callbacks(_ before: Operation, _ after: Operation) {
        let (mine, theirs) = (before.node["callbacks"]?.mapping ?? [:], after.node["callbacks"]?.mapping ?? [:])
        for entry in mine.entries {
            guard let other = theirs.entry(entry.key) else {
                report(.callbackRemoved, "the callback '\(entry.key)' was removed", entry.keyPosition, nil)
                continue
            }
            let (before, after) = (old.resolved(Callback(entry.value)).node, new.resolved(Callback(other.value)).node)
            for item in before.mapping?.entries ?? [] where !item.key.hasPrefix("x-") {
                if let match = after.mapping?.entry(item.key) {
                    pathItem(item, match, flipped: true)
                } else {
                    report(.callbackRemoved, "the callback to '\(item.key)' was removed", item.keyPosition, nil)
                }
            }
        }
        for entry in theirs.entries where mine.index(of: entry.key) == nil {
            report(.callbackAdded, "the callback '\(entry.key)' was added", nil, entry.keyPosition)
        }
    }
}
