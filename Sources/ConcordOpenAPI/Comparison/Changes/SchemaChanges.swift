import ConcordYAML

/// Two schemas that are compared for one direction.
struct SchemaPair: Hashable {
    var old: Position
    var new: Position
    var direction: Change.Direction?
}

/// Where a schema stands, in words: `'owner.name' of the request body`.
struct SchemaPlace: CustomStringConvertible {
    var base: String
    var path = ""

    var description: String { path.isEmpty ? base : "'\(path)' of \(base)" }

    func property(_ name: String) -> SchemaPlace {
        SchemaPlace(base: base, path: path.isEmpty ? name : path + "." + name)
    }

    var items: SchemaPlace { SchemaPlace(base: base, path: path + "[]") }
}

extension DocumentComparison {
    private static let maximumDepth = 200

    /// Compares two schemas, what they refer to included. A default of a parameter is told of by the parameter.
    mutating func schema(_ before: Schema, _ after: Schema, at place: SchemaPlace, ofParameter: Bool = false) {
        let (mine, theirs) = (old.target(of: before), new.target(of: after))
        let pair = SchemaPair(old: mine.node.position, new: theirs.node.position, direction: direction)
        if pair.old != .none || pair.new != .none {
            guard compared.insert(pair).inserted else { return }
        }
        guard depth < Self.maximumDepth else { return }
        depth += 1
        defer { depth -= 1 }
        let isShared = mine.name != nil && mine.name == theirs.name
        let place = isShared ? SchemaPlace(base: "the schema '\(theirs.name ?? "")'") : place
        let oldChoice = mine.node.nullableChoice
        let newChoice = theirs.node.nullableChoice
        if (oldChoice == nil) != (newChoice == nil) {
            guard !isAlreadyNullable(oldChoice == nil ? mine.node : theirs.node) else {
                return keywords(mine.node, theirs.node, at: place, ofParameter: ofParameter)
            }
            report(
                newChoice == nil ? .becameNotNullable : .becameNullable,
                "\(place) \(newChoice == nil ? "can't be null any more" : "can be null now")", mine.node.position,
                theirs.node.position)
        }
        if oldChoice != nil || newChoice != nil {
            return schema(Schema(oldChoice ?? mine.node), Schema(newChoice ?? theirs.node), at: place)
        }
        keywords(mine.node, theirs.node, at: place, ofParameter: ofParameter)
    }

    private func isAlreadyNullable(_ node: Node) -> Bool { Schema(node).types.contains(.null) }

    private mutating func keywords(_ before: Node, _ after: Node, at place: SchemaPlace, ofParameter: Bool) {
        guard !isWrapped(before, after, at: place), types(before, after, at: place) else { return }
        formats(before, after, at: place)
        values(before, after, at: place)
        bounds(before, after, at: place)
        patterns(before, after, at: place)
        properties(before, after, at: place)
        subschemas(before, after, at: place)
        prefixItems(before, after, at: place)
        composition(before, after, at: place)
        dependencies(before, after, at: place)
        discriminator(before, after, at: place)
        if !ofParameter { simple("default", .defaultChanged, before, after, at: place) }
        simple("contentEncoding", .contentChanged, before, after, at: place)
        simple("contentMediaType", .contentChanged, before, after, at: place)
        simple("xml", .xmlChanged, before, after, at: place)
        describe(
            before, after, place.description,
            keys: ["title", "description", "examples", "example", "externalDocs", "$comment"],
            except: Self.lifeCycleKeys.union(["x-extensible-enum"]))
    }

    private mutating func simple(
        _ key: String, _ rule: ChangeRule, _ before: Node, _ after: Node, at place: SchemaPlace
    ) {
        let (mine, theirs) = (before[key], after[key])
        guard !(mine ?? .null).isEquivalent(to: theirs ?? .null) else { return }
        report(
            rule, "'\(key)' of \(place) went from \(mine?.excerpt ?? "none") to \(theirs?.excerpt ?? "none")",
            mine?.position ?? before.position, theirs?.position ?? after.position)
    }

    // MARK: Discriminator

    private mutating func discriminator(_ before: Node, _ after: Node, at place: SchemaPlace) {
        let (mine, theirs) = (before["discriminator"], after["discriminator"])
        guard let mine, let theirs else {
            if mine?.kind != theirs?.kind {
                report(
                    .documentationChanged, "the discriminator of \(place) was \(mine == nil ? "added" : "removed")",
                    mine?.position ?? before.position, theirs?.position ?? after.position)
            }
            return
        }
        let (was, isNow) = (Discriminator(mine), Discriminator(theirs))
        if was.propertyName != isNow.propertyName {
            report(
                .discriminatorChanged,
                "the discriminator of \(place) is '\(isNow.propertyName ?? "")' now, not '\(was.propertyName ?? "")'",
                mine.position, theirs.position)
        }
        let old = Dictionary(was.mapping.map { ($0.value, $0.schema) }) { first, _ in first }
        let new = Dictionary(isNow.mapping.map { ($0.value, $0.schema) }) { first, _ in first }
        for (value, schema) in was.mapping {
            guard let other = new[value] else {
                report(
                    .choiceRemoved, "the discriminator of \(place) no longer knows '\(value)'", mine.position,
                    theirs.position)
                continue
            }
            guard Self.componentName(other) != Self.componentName(schema) else { continue }
            report(
                .discriminatorChanged, "'\(value)' of the discriminator of \(place) means '\(other)' now",
                mine.position, theirs.position)
        }
        for (value, _) in isNow.mapping where old[value] == nil {
            report(
                .choiceAdded, "the discriminator of \(place) knows '\(value)' now", mine.position, theirs.position)
        }
    }

    private static func componentName(_ reference: String) -> Substring {
        reference.split(separator: "/").last ?? ""
    }
}

extension DocumentComparison.Edition {
    /// What a schema says, references followed: the node, and the name of the component that the last reference led to.
    func target(of schema: Schema) -> (node: Node, name: String?) {
        var node = schema.node
        var name: String?
        var steps = 0
        while steps < 100, let text = node["$ref"]?.string, Self.isMereReference(node),
            case .success(let next) = resolver.target(of: text, in: node)
        {
            let tokens = JSONPointer(URIReference(text).fragment ?? "")?.tokens
            name = tokens?.count == 3 && tokens?[1] == "schemas" ? tokens?[2] : nil
            node = next
            steps += 1
        }
        return (Self.expanded(node), name)
    }

    private static let annotations: Set<String> = [
        "$ref", "title", "description", "summary", "examples", "example", "deprecated", "externalDocs", "readOnly",
        "writeOnly", "default",
    ]

    /// Whether nothing beside the reference changes what values are allowed.
    private static func isMereReference(_ node: Node) -> Bool {
        (node.mapping ?? [:]).entries.allSatisfy { annotations.contains($0.key) || $0.key.hasPrefix("x-") }
    }

    /// `true`, `false` and a reference with keywords beside it, in terms of other keywords.
    private static func expanded(_ node: Node) -> Node {
        if let flag = node.bool {
            return Node(.mapping(flag ? [:] : ["not": .mapping([:])]), at: node.position)
        }
        guard let reference = node.mapping?.entry("$ref"), !isMereReference(node) else { return node }
        var result = node
        result["$ref"] = nil
        let target = Node(.mapping(Mapping([reference])), at: reference.value.position)
        result["allOf"] = .sequence([target] + (node["allOf"]?.sequence ?? []))
        return result
    }
}

extension Node {
    /// The other one of two choices, of which one is null.
    fileprivate var nullableChoice: Node? {
        for key in ["anyOf", "oneOf"] {
            guard let choices = self[key]?.sequence, choices.count == 2 else { continue }
            let others = choices.filter { $0["type"]?.string != "null" }
            if others.count == 1 { return others[0] }
        }
        return nil
    }
}
