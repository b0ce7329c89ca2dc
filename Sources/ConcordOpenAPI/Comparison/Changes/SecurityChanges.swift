import ConcordYAML

extension DocumentComparison {
    /// The alternative requirements of an operation, each with its schemes and scopes. Without alternatives, the
    /// operation requires no authentication.
    private struct Alternatives {
        var sets: [Set<String>]
        var position: Position?

        init(_ operation: Operation, _ document: Document) {
            let own = operation.node["security"]
            let stated = own ?? document.node["security"]
            position = stated?.position
            sets = (stated?.sequence ?? []).map { node in
                Set(
                    SecurityRequirement(node).schemes.flatMap { scheme in
                        [scheme.name] + scheme.scopes.map { "\(scheme.name) with the scope \($0)" }
                    })
            }
        }

        var isOpen: Bool { sets.isEmpty || sets.contains([]) }

        /// Returns the name of a requirement. A scheme is not named separately if its scopes are.
        static func name(_ set: Set<String>) -> String {
            let names = set.sorted()
            return names.filter { name in !names.contains { $0.hasPrefix(name + " with") } }.joined(separator: " and ")
        }
    }

    mutating func security(of before: Endpoint, _ after: Endpoint) {
        let mine = Alternatives(before.operation, old.document)
        let theirs = Alternatives(after.operation, new.document)
        let (oldPlace, newPlace) = (mine.position ?? before.position, theirs.position ?? after.position)
        if mine.isOpen != theirs.isOpen {
            report(
                theirs.isOpen ? .securityDropped : .securityIntroduced,
                theirs.isOpen
                    ? "the operation no longer requires credentials"
                    : "the operation now requires credentials: "
                        + theirs.sets.map(Alternatives.name).joined(separator: ", or "), oldPlace, newPlace)
            return
        }
        // A client that satisfies a set of requirements satisfies each subset.
        for set in mine.sets where !set.isEmpty && !theirs.sets.contains(where: { $0.isSubset(of: set) }) {
            report(
                .securityRequirementRemoved, "\(Alternatives.name(set)) no longer grants access to the operation",
                oldPlace,
                newPlace)
        }
        for set in theirs.sets where !set.isEmpty && !mine.sets.contains(where: { $0.isSubset(of: set) }) {
            report(
                .securityRequirementAdded, "\(Alternatives.name(set)) now grants access to the operation", oldPlace,
                newPlace)
        }
    }

    // MARK: Schemes

    private static let words: Set<String> = ["description", "bearerFormat", "deprecated"]

    mutating func securitySchemes() {
        let mine = old.document.node["components"]?["securitySchemes"]?.mapping ?? [:]
        let theirs = new.document.node["components"]?["securitySchemes"]?.mapping ?? [:]
        for entry in mine.entries {
            guard let other = theirs.entry(entry.key) else { continue }
            let (before, after) = (
                old.resolved(SecurityScheme(entry.value)).node, new.resolved(SecurityScheme(other.value)).node
            )
            let keys = Set((before.mapping ?? [:]).keys).union((after.mapping ?? [:]).keys)
            for key in keys.sorted() where key == "flows" || !Self.words.contains(key) && !key.hasPrefix("x-") {
                let (was, isNow) = (before[key], after[key])
                guard !(was ?? .null).isEquivalent(to: isNow ?? .null) else { continue }
                if key == "flows" {
                    flows(was ?? [:], isNow ?? [:], of: entry.key)
                } else {
                    report(
                        .securitySchemeChanged,
                        "'\(key)' of the security scheme '\(entry.key)' went from \(was?.excerpt ?? "none") to \(isNow?.excerpt ?? "none")",
                        was?.position ?? entry.keyPosition, isNow?.position ?? other.keyPosition)
                }
            }
            describe(before, after, "the security scheme '\(entry.key)'", keys: Self.words)
        }
    }

    private mutating func flows(_ before: Node, _ after: Node, of scheme: String) {
        let (mine, theirs) = (before.mapping ?? [:], after.mapping ?? [:])
        for entry in mine.entries where !entry.key.hasPrefix("x-") {
            let subject = "the flow '\(entry.key)' of the security scheme '\(scheme)'"
            guard let other = theirs.entry(entry.key) else {
                report(.securitySchemeChanged, "\(subject) was removed", entry.keyPosition, after.position)
                continue
            }
            for key in ["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl"] {
                let (was, isNow) = (entry.value[key], other.value[key])
                guard was?.string != isNow?.string else { continue }
                report(
                    .securitySchemeChanged,
                    "'\(key)' of \(subject) went from \(was?.excerpt ?? "none") to \(isNow?.excerpt ?? "none")",
                    was?.position ?? entry.keyPosition, isNow?.position ?? other.keyPosition)
            }
            scopes(entry.value["scopes"] ?? [:], other.value["scopes"] ?? [:], subject)
        }
        for entry in theirs.entries where mine.index(of: entry.key) == nil && !entry.key.hasPrefix("x-") {
            report(
                .securityRequirementAdded, "the flow '\(entry.key)' of the security scheme '\(scheme)' was added",
                before.position, entry.keyPosition)
        }
    }

    private mutating func scopes(_ before: Node, _ after: Node, _ subject: String) {
        let (mine, theirs) = (before.mapping ?? [:], after.mapping ?? [:])
        for entry in mine.entries where theirs.index(of: entry.key) == nil {
            report(
                .securitySchemeChanged, "the scope '\(entry.key)' of \(subject) was removed", entry.keyPosition,
                after.position)
        }
        for entry in theirs.entries where mine.index(of: entry.key) == nil {
            report(
                .securityRequirementAdded, "the scope '\(entry.key)' of \(subject) was added", before.position,
                entry.keyPosition)
        }
        describe(before, after, "the scopes of \(subject)", keys: Set(mine.keys).intersection(theirs.keys))
    }
}
