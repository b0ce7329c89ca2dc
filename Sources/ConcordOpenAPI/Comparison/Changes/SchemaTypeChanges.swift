import ConcordYAML

extension DocumentComparison {
    /// Compares the types; false where they have nothing in common, so that nothing further is worth comparing.
    mutating func types(_ before: Node, _ after: Node, at place: SchemaPlace, isText: Bool = false) -> Bool {
        let (mine, theirs) = (SchemaNormalForm.types(of: before), SchemaNormalForm.types(of: after))
        guard Set(mine) != Set(theirs) else { return true }
        // What a list of values becomes free of, or is limited to, is told of the values.
        let isListed = [before, after].contains { $0["type"] == nil && ($0["enum"] ?? $0["const"]) != nil }
        guard !isListed || !(mine.isEmpty || theirs.isEmpty) else { return true }
        let (oldPlace, newPlace) = (
            before["type"]?.position ?? before.position, after["type"]?.position ?? after.position
        )
        let (was, isNow) = (mine.contains(.null), theirs.contains(.null))
        // That null left or joined a list of values is told of the values.
        let areListed = before["enum"] != nil && after["enum"] != nil
        if !mine.isEmpty, !theirs.isEmpty, was != isNow, !areListed {
            report(
                isNow ? .becameNullable : .becameNotNullable,
                "\(place) \(isNow ? "can now be null" : "can no longer be null")", oldPlace, newPlace)
        }
        let (old, new) = (mine.filter { $0 != .null }, theirs.filter { $0 != .null })
        let isNarrower = !(old.isEmpty ? Schema.ValueType.allCases : old).allSatisfy {
            Self.allows($0, new, isText: isText)
        }
        let isWider = !(new.isEmpty ? Schema.ValueType.allCases : new).allSatisfy {
            Self.allows($0, old, isText: isText)
        }
        guard isNarrower || isWider else { return true }
        let rule: ChangeRule = isNarrower && isWider ? .typeChanged : isNarrower ? .typeNarrowed : .typeWidened
        report(
            rule, "the type of \(place) went from \(Self.names(old)) to \(Self.names(new))", oldPlace, newPlace)
        return rule != .typeChanged
    }

    /// Whether a value of a type is one of the others: in a parameter, a number or a boolean is written as a string may
    /// be.
    private static func allows(_ type: Schema.ValueType, _ types: [Schema.ValueType], isText: Bool) -> Bool {
        types.isEmpty || types.contains(type) || type == .integer && types.contains(.number)
            || isText && types.contains(.string) && [.integer, .number, .boolean].contains(type)
    }

    private static func names(_ types: [Schema.ValueType]) -> String {
        types.isEmpty ? "any" : types.map(\.rawValue).joined(separator: " or ")
    }

    /// Formats that hold all values of another one.
    private static let widerFormats = ["int32": "int64", "float": "double"]

    mutating func formats(_ before: Node, _ after: Node, at place: SchemaPlace) {
        let (mine, theirs) = (before["format"]?.string, after["format"]?.string)
        guard mine != theirs else { return }
        let rule: ChangeRule =
            if mine == nil || mine.flatMap({ Self.widerFormats[$0] }) == theirs && theirs != nil {
                mine == nil ? .formatNarrowed : .formatWidened
            } else if theirs == nil || theirs.flatMap({ Self.widerFormats[$0] }) == mine {
                theirs == nil ? .formatWidened : .formatNarrowed
            } else {
                .formatChanged
            }
        report(
            rule, "the format of \(place) went from \(mine ?? "none") to \(theirs ?? "none")",
            before["format"]?.position ?? before.position, after["format"]?.position ?? after.position)
    }
}
