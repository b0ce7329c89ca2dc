import ConcordYAML

extension DocumentComparison {
    mutating func responses(_ before: Endpoint, _ after: Endpoint) {
        let mine = before.operation.responses?.statuses.mapping ?? Mapping()
        let theirs = after.operation.responses?.statuses.mapping ?? Mapping()
        for entry in mine.entries {
            if let other = theirs.entry(entry.key) {
                response(entry, other)
            } else {
                let isSuccess = entry.key.hasPrefix("2")
                report(
                    isSuccess ? .successResponseRemoved : .failureResponseRemoved,
                    "the response \(entry.key) was removed", entry.keyPosition,
                    after.operation.node["responses"]?.position ?? after.position)
            }
        }
        // 3.0 requires a response, so an empty one has no meaning.
        let wasSilent = mine.isEmpty
        for entry in theirs.entries where mine.index(of: entry.key) == nil {
            if wasSilent, entry.key == "default", entry.value["content"] == nil, entry.value["headers"] == nil {
                continue
            }
            report(
                .responseAdded, "the response \(entry.key) was added",
                before.operation.node["responses"]?.position ?? before.position, entry.keyPosition)
        }
    }

    private mutating func response(_ before: Mapping.Entry, _ after: Mapping.Entry) {
        let (mine, theirs) = (old.resolved(Response(before.value)).node, new.resolved(Response(after.value)).node)
        let subject = "the response \(after.key)"
        headers(mine, theirs, subject)
        content(mine, theirs, subject)
        let (links, others) = (mine["links"] ?? [:], theirs["links"] ?? [:])
        if !links.isEquivalent(to: others) {
            report(
                .linkChanged, "the links of \(subject) changed", mine["links"]?.position ?? before.keyPosition,
                theirs["links"]?.position ?? after.keyPosition)
        }
        describe(mine, theirs, subject, keys: ["summary", "description"])
    }

    // MARK: Headers

    private mutating func headers(_ before: Node, _ after: Node, _ subject: String) {
        func byName(_ node: Node) -> [String: Mapping.Entry] {
            Dictionary((node["headers"]?.mapping ?? [:]).entries.map { ($0.key.lowercased(), $0) }) { first, _ in first
            }
        }
        let (mine, theirs) = (byName(before), byName(after))
        for entry in (before["headers"]?.mapping ?? [:]).entries {
            let header = old.resolved(Header(entry.value))
            guard let other = theirs[entry.key.lowercased()] else {
                report(
                    header.required == true ? .requiredHeaderRemoved : .optionalHeaderRemoved,
                    "the header '\(entry.key)' of \(subject) was removed", entry.keyPosition, after.position)
                continue
            }
            self.header(header, new.resolved(Header(other.value)), "the header '\(other.key)' of \(subject)")
        }
        for entry in (after["headers"]?.mapping ?? [:]).entries where mine[entry.key.lowercased()] == nil {
            report(
                .headerAdded, "the header '\(entry.key)' of \(subject) was added", before.position, entry.keyPosition)
        }
    }

    private mutating func header(_ before: Header, _ after: Header, _ subject: String) {
        let (was, isNow) = (before.required ?? false, after.required ?? false)
        if was != isNow {
            report(
                isNow ? .headerBecameRequired : .headerBecameOptional,
                "\(subject) became \(isNow ? "required" : "optional")",
                before.node["required"]?.position ?? before.node.position,
                after.node["required"]?.position ?? after.node.position)
        }
        lifeCycle(before.node, after.node, subject, before.node.position, after.node.position)
        if let mine = before.schema, let theirs = after.schema {
            schema(mine, theirs, at: SchemaPlace(base: subject))
        }
        content(before.node, after.node, subject)
        describe(before.node, after.node, subject, keys: ["description", "example", "examples"])
    }
}
