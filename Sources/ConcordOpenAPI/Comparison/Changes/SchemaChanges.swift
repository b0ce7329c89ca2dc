import ConcordYAML

/// Two schemas that are compared for one direction.
struct SchemaPair: Hashable {
    var old: Position
    var new: Position
    var direction: Change.Direction?
}

/// The location of a schema in words: `'owner.name' of the request body`.
struct SchemaPlace: CustomStringConvertible {
    var base: String
    var path = ""

    var description: String { path.isEmpty ? base : "'\(path)' of \(base)" }

    func property(_ name: String) -> SchemaPlace {
        SchemaPlace(base: base, path: path.isEmpty ? name : path + "." + name)
    }

    /// Returns the location of the branch of a choice that a constant distinguishes from the others.
    func choice(_ property: String, _ value: String) -> SchemaPlace {
        SchemaPlace(base: "the branch with \(property) '\(value)' of \(self)")
    }

    var items: SchemaPlace { SchemaPlace(base: base, path: path + "[]") }
}

extension DocumentComparison {
    private static let maximumDepth = 200

    /// Compares two schemas, including their references. The default of a parameter is compared as part of the
    /// parameter.
    mutating func schema(_ before: Schema, _ after: Schema, at place: SchemaPlace, ofParameter: Bool = false) {
        let (mine, theirs) = (old.target(of: before), new.target(of: after))
        let pair = SchemaPair(old: mine.node.position, new: theirs.node.position, direction: direction)
        if pair.old != .none || pair.new != .none {
            reach.note(pair, in: operation)
            guard compared.insert(pair).inserted else { return }
        }
        guard depth < Self.maximumDepth else { return }
        depth += 1
        reach.enter(pair)
        defer {
            depth -= 1
            reach.leave()
        }
        let isShared = mine.name != nil && mine.name == theirs.name
        let place = isShared ? SchemaPlace(base: "the schema '\(theirs.name ?? "")'") : place
        keywords(mine.node, theirs.node, at: place, ofParameter: ofParameter)
    }

    private mutating func keywords(_ before: Node, _ after: Node, at place: SchemaPlace, ofParameter: Bool) {
        guard !becameOrWasChoice(before, after, at: place), types(before, after, at: place, isText: ofParameter)
        else { return }
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
            keys: SchemaVocabulary.forReaders,
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
                "the discriminator of \(place) is now '\(isNow.propertyName ?? "")', not '\(was.propertyName ?? "")'",
                mine.position, theirs.position)
        }
        let (oldMapping, newMapping) = (Self.mapping(of: was, in: before), Self.mapping(of: isNow, in: after))
        let old = Dictionary(oldMapping.map { ($0.value, $0.schema) }) { first, _ in first }
        let new = Dictionary(newMapping.map { ($0.value, $0.schema) }) { first, _ in first }
        for (value, schema) in oldMapping {
            guard let other = new[value] else {
                if Self.isImplied(value, schema) { continue }
                report(
                    .choiceRemoved, "the discriminator of \(place) no longer has '\(value)'", mine.position,
                    theirs.position)
                continue
            }
            guard Self.componentName(other) != Self.componentName(schema), !isRenamed(schema, other) else { continue }
            report(
                .discriminatorChanged, "'\(value)' of the discriminator of \(place) now means '\(other)'",
                mine.position, theirs.position)
        }
        for (value, schema) in newMapping where old[value] == nil && !Self.isImplied(value, schema) {
            report(
                .choiceAdded, "the discriminator of \(place) now has '\(value)'", mine.position, theirs.position)
        }
    }

    /// Returns whether a value maps to the schema with the same name, which is the default. The addition or removal of
    /// a branch is reported for the choice.
    private static func isImplied(_ value: String, _ schema: String) -> Bool { value == componentName(schema) }

    /// Returns whether two names refer to equivalent schemas.
    private func isRenamed(_ before: String, _ after: String) -> Bool {
        func meaning(_ text: String, _ edition: Edition) -> SchemaMeaning {
            let reference = text.contains("/") ? text : "#/components/schemas/" + text
            return SchemaMeaning(edition.target(of: Schema(.mapping(["$ref": .string(reference)]))).node)
        }
        return meaning(before, old) == meaning(after, new)
    }

    /// The explicit mapping, with the implicit names of the other branches.
    private static func mapping(of discriminator: Discriminator, in node: Node) -> [(value: String, schema: String)] {
        let stated = discriminator.mapping
        let known = Set(stated.map { componentName($0.schema) })
        let choices = ((node["oneOf"] ?? node["anyOf"])?.sequence ?? []).compactMap { $0["$ref"]?.string }
        return stated
            + choices.filter { !known.contains(componentName($0)) }.map { (String(componentName($0)), $0) }
    }

    private static func componentName(_ reference: String) -> Substring {
        reference.split(separator: "/").last ?? ""
    }
}

extension DocumentComparison.Edition {
    /// Returns the normal form of a schema after resolving references, and the name of the component that the last
    /// reference points to.
    func target(of schema: Schema) -> (node: Node, name: String?) {
        let (node, name) = normalForm.followed(schema.node)
        var result = normalForm.normalized(node)
        guard schema.node["$ref"] != nil, schema.node.mapping?.count != 1, node.position != schema.node.position,
            var mapping = result.mapping
        else { return (result, name) }
        for entry in schema.node.mapping?.entries ?? [] where entry.key != "$ref" { mapping[entry.key] = entry.value }
        // Each use can have its own default, so each is compared.
        result = Node(.mapping(mapping), at: mapping["default"] == nil ? result.position : schema.node.position)
        return (result, name)
    }

    var normalForm: SchemaNormalForm { SchemaNormalForm(resolver: resolver) }
}
