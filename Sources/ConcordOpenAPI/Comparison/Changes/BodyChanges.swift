import ConcordYAML

extension DocumentComparison {
    mutating func requestBody(_ before: Endpoint, _ after: Endpoint) {
        let mine = before.operation.requestBody.map { old.resolved($0) }
        let theirs = after.operation.requestBody.map { new.resolved($0) }
        switch (mine, theirs) {
        case (nil, nil): return
        case (nil, let added?):
            let isRequired = added.required == true
            report(
                isRequired ? .requiredBodyAdded : .optionalBodyAdded,
                "a request body\(isRequired ? ", which is required," : "") was added", before.position,
                added.node.position)
        case (let removed?, nil):
            report(.bodyRemoved, "the request body was removed", removed.node.position, after.position)
        case (let mine?, let theirs?):
            let (was, isNow) = (mine.required ?? false, theirs.required ?? false)
            if was != isNow {
                report(
                    isNow ? .bodyBecameRequired : .bodyBecameOptional,
                    "the request body became \(isNow ? "required" : "optional")",
                    mine.node["required"]?.position ?? mine.node.position,
                    theirs.node["required"]?.position ?? theirs.node.position)
            }
            content(mine.node, theirs.node, "the request body")
            describe(mine.node, theirs.node, "the request body", keys: ["description"])
        }
    }

    // MARK: Media types

    /// Compares the content of a body, a parameter or a header by media type.
    mutating func content(_ before: Node, _ after: Node, _ subject: String) {
        var mine = Self.mediaTypes(before)
        var theirs = Self.mediaTypes(after)
        for (name, entry) in mine {
            guard let other = theirs[name] else { continue }
            mediaType(entry, other, subject, isOnly: mine.count == 1)
        }
        let known = Set(mine.keys)
        mine = mine.filter { theirs[$0.key] == nil }
        theirs = theirs.filter { !known.contains($0.key) }
        // text/plain became text/*, or the other way round.
        for (name, entry) in mine.sorted(by: { $0.key < $1.key }) {
            guard let (other, match) = theirs.first(where: { Self.covers($0.key, name) || Self.covers(name, $0.key) })
            else {
                report(
                    .mediaTypeRemoved, "the media type '\(entry.key)' of \(subject) was removed", entry.keyPosition,
                    after["content"]?.position ?? after.position)
                continue
            }
            theirs[other] = nil
            report(
                Self.covers(other, name) ? .mediaTypeWidened : .mediaTypeNarrowed,
                "the media type '\(entry.key)' of \(subject) became '\(match.key)'", entry.keyPosition,
                match.keyPosition)
            mediaType(entry, match, subject, isOnly: true)
        }
        for (_, entry) in theirs.sorted(by: { $0.key < $1.key }) {
            report(
                .mediaTypeAdded, "the media type '\(entry.key)' of \(subject) was added",
                before["content"]?.position ?? before.position, entry.keyPosition)
        }
    }

    /// By their names in lower case, without parameters such as the charset, and those that differ in parameters alone
    /// with them.
    private static func mediaTypes(_ node: Node) -> [String: Mapping.Entry] {
        let entries = (node["content"]?.mapping ?? Mapping()).entries
        var byName: [String: Mapping.Entry] = [:]
        for entry in entries {
            let name = entry.key.lowercased().filter { $0 != " " }
            let bare = String(name.prefix { $0 != ";" })
            byName[byName[bare] == nil ? bare : name] = entry
        }
        return byName
    }

    private static func covers(_ range: String, _ name: String) -> Bool {
        range != name && (range == "*/*" || range.hasSuffix("/*") && name.hasPrefix(range.dropLast()))
    }

    private mutating func mediaType(_ before: Mapping.Entry, _ after: Mapping.Entry, _ subject: String, isOnly: Bool) {
        let (mine, theirs) = (old.resolved(MediaType(before.value)), new.resolved(MediaType(after.value)))
        let place = SchemaPlace(base: isOnly ? subject : "\(subject) as \(after.key)")
        for key in ["schema", "itemSchema"] {
            switch (mine.node[key], theirs.node[key]) {
            case (let mine?, let theirs?): schema(Schema(mine), Schema(theirs), at: place)
            case (nil, let added?):
                report(.bodySchemaAdded, "\(place) now has a schema", before.keyPosition, added.position)
            case (let removed?, nil):
                report(.bodySchemaRemoved, "\(place) no longer has a schema", removed.position, after.keyPosition)
            case (nil, nil): break
            }
        }
        for key in ["encoding", "prefixEncoding", "itemEncoding"] {
            let (was, isNow) = (mine.node[key] ?? [:], theirs.node[key] ?? [:])
            guard !was.isEquivalent(to: isNow) else { continue }
            report(
                .encodingChanged, "the encoding of \(place) changed", mine.node[key]?.position ?? before.keyPosition,
                theirs.node[key]?.position ?? after.keyPosition)
        }
        describe(mine.node, theirs.node, place.description, keys: ["example", "examples"])
    }
}
