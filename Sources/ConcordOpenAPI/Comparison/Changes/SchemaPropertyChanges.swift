import ConcordYAML

extension DocumentComparison {
    mutating func properties(_ before: Node, _ after: Node, at place: SchemaPlace) {
        let oldProperties = before["properties"]?.mapping ?? [:]
        let newProperties = after["properties"]?.mapping ?? [:]
        let (mine, theirs) = (oldProperties.byKey, newProperties.byKey)
        let (was, isNow) = (Self.required(before), Self.required(after))
        for entry in oldProperties.entries {
            if let other = theirs[entry.key] {
                property(entry, other, place, wasRequired: was[entry.key] != nil, isRequired: isNow[entry.key] != nil)
            } else {
                removed(entry, from: after, place, wasRequired: was[entry.key] != nil)
            }
        }
        for entry in newProperties.entries where mine[entry.key] == nil {
            added(entry, to: before, place, isRequired: isNow[entry.key] != nil)
        }
        // Properties that are required without being described here.
        let described = Set(mine.keys).union(theirs.keys)
        for (name, node) in isNow.sorted(by: { $0.key < $1.key }) where was[name] == nil && !described.contains(name) {
            report(.propertyBecameRequired, "\(place.property(name)) became required", before.position, node.position)
        }
        for (name, node) in was.sorted(by: { $0.key < $1.key }) where isNow[name] == nil && !described.contains(name) {
            report(.propertyBecameOptional, "\(place.property(name)) became optional", node.position, after.position)
        }
    }

    private static func required(_ schema: Node) -> [String: Node] {
        let names = (schema["required"]?.sequence ?? []).compactMap { node in node.string.map { ($0, node) } }
        return Dictionary(names) { first, _ in first }
    }

    /// Returns whether a property never occurs in the compared direction.
    private func isAway(_ property: Node, _ edition: Edition) -> Bool {
        let key = direction == .request ? "readOnly" : "writeOnly"
        return property[key]?.bool == true || edition.target(of: Schema(property)).node[key]?.bool == true
    }

    private mutating func property(
        _ before: Mapping.Entry, _ after: Mapping.Entry, _ outer: SchemaPlace, wasRequired: Bool, isRequired: Bool
    ) {
        let place = outer.property(after.key)
        let (wasAway, isAway) = (isAway(before.value, old), isAway(after.value, new))
        if wasAway != isAway, let direction {
            reportAway(isAway, direction, place, before.keyPosition, after.keyPosition)
        }
        guard !isAway else { return }
        if wasRequired != isRequired, !wasAway {
            report(
                isRequired ? .propertyBecameRequired : .propertyBecameOptional,
                "\(place) became \(isRequired ? "required" : "optional")"
                    + (isRequired && after.value["default"] != nil ? ", but it has a default" : ""),
                before.keyPosition, after.keyPosition)
        }
        lifeCycle(before.value, after.value, place.description, before.keyPosition, after.keyPosition)
        if after.value.bool == false, before.value.bool != false {
            return report(
                .propertyForbidden, "\(place) can no longer have a value", before.keyPosition, after.keyPosition)
        }
        schema(Schema(before.value), Schema(after.value), at: place)
    }

    private mutating func reportAway(
        _ isAway: Bool, _ direction: Change.Direction, _ place: SchemaPlace, _ before: Position, _ after: Position
    ) {
        let isRequest = direction == .request
        let rule: ChangeRule =
            switch (isRequest, isAway) {
            case (true, true): .propertyLeftRequests
            case (true, false): .propertyJoinedRequests
            case (false, true): .propertyLeftResponses
            case (false, false): .propertyJoinedResponses
            }
        report(
            rule, "\(place) became \(isAway ? "" : "not ")\(isRequest ? "read" : "write")-only", before, after)
    }

    private mutating func added(
        _ entry: Mapping.Entry, to before: Node, _ outer: SchemaPlace, isRequired: Bool
    ) {
        guard !isAway(entry.value, new) else { return }
        let place = outer.property(entry.key)
        let default_ = new.target(of: Schema(entry.value)).node["default"]
        report(
            isRequired ? .requiredPropertyAdded : .propertyAdded,
            "\(place)\(isRequired ? ", which is required," : "") was added"
                + (isRequired && default_ != nil ? ", but has a default" : ""), before.position, entry.keyPosition)
    }

    private mutating func removed(
        _ entry: Mapping.Entry, from after: Node, _ outer: SchemaPlace, wasRequired: Bool
    ) {
        guard !isAway(entry.value, old) else { return }
        let place = outer.property(entry.key)
        if direction == .request, after["additionalProperties"]?.bool == false {
            report(
                .propertyForbidden, "\(place) was removed, and other properties are not allowed", entry.keyPosition,
                after.position)
        } else {
            report(
                wasRequired ? .requiredPropertyRemoved : .propertyRemoved,
                "\(place)\(wasRequired ? ", which was required," : "") was removed", entry.keyPosition, after.position)
        }
    }

    // MARK: Dependencies

    mutating func dependencies(_ before: Node, _ after: Node, at place: SchemaPlace) {
        let (mine, theirs) = (before["dependentRequired"]?.mapping ?? [:], after["dependentRequired"]?.mapping ?? [:])
        func pairs(_ mapping: Mapping) -> [(text: String, node: Node)] {
            mapping.entries.flatMap { entry in
                (entry.value.sequence ?? []).map { ("\(place) with '\(entry.key)' needs '\($0.excerpt)'", $0) }
            }
        }
        let (was, isNow) = (pairs(mine), pairs(theirs))
        let (old, new) = (Set(was.map(\.text)), Set(isNow.map(\.text)))
        for pair in isNow where !old.contains(pair.text) {
            report(.dependencyAdded, "\(pair.text) now", before.position, pair.node.position)
        }
        for pair in was where !new.contains(pair.text) {
            report(.dependencyRemoved, "it no longer holds that \(pair.text)", pair.node.position, after.position)
        }
    }
}
