/// A list whose elements have keys, merged from three versions of it.
struct ListMerge<Element: Equatable> {
    /// What the merged list holds: in the document's order, unless the code has an order of its own.
    private(set) var elements: [Element] = []
    /// What the document no longer has and the code keeps.
    private(set) var obsolete: [Element] = []
    /// What one side has taken away and the other changed, or what nobody can tell without a record.
    private(set) var undecided: [Versions<Element?>] = []

    /// What happens to an element that only one side has.
    struct Rules {
        /// Whether an element goes with the document's, if the code has not changed it.
        var deletes: (Element) -> Bool
        /// Whether an element that only the document has is taken for a new one where there is no record.
        var addsWithoutRecord: Bool
    }

    /// Merges lists; `merge` merges an element that both sides have.
    init(
        _ lists: Versions<[Element]>, by key: (Element) -> String, _ rules: Rules,
        merge: (Versions<Element>) -> Element
    ) {
        let keyed = lists.map { Keyed($0, by: key) }
        var merged: [String: Element] = [:]
        for (key, element) in zip(keyed.document.keys, keyed.document.elements) {
            let recorded = keyed.recorded?[key]
            if let code = keyed.code[key] {
                merged[key] = merge(Versions(recorded: recorded, code: code, document: element))
            } else if recorded == nil, keyed.recorded != nil || rules.addsWithoutRecord {
                merged[key] = element
            } else if recorded != element {
                undecided.append(Versions(recorded: recorded.map(Optional.some), code: nil, document: element))
            }
        }
        for (key, element) in zip(keyed.code.keys, keyed.code.elements) where keyed.document[key] == nil {
            if let recorded = keyed.recorded?[key] {
                let deletes = rules.deletes(element)
                if deletes, recorded == element { continue }
                if deletes {
                    undecided.append(Versions(recorded: .some(recorded), code: element, document: nil))
                } else {
                    obsolete.append(element)
                }
            }
            merged[key] = element
        }
        elements = Self.order(keyed, merged)
    }

    private static func order(_ lists: Versions<Keyed>, _ merged: [String: Element]) -> [Element] {
        let isReordered =
            lists.recorded.map { recorded in
                lists.code.keys.filter { recorded[$0] != nil } != recorded.keys.filter { lists.code[$0] != nil }
            } ?? true
        let (first, second) = isReordered ? (lists.code, lists.document) : (lists.document, lists.code)
        let leading = first.keys.filter { merged[$0] != nil }
        let known = Set(leading)
        // What only the second has comes after what it comes after there.
        var following: [String?: [String]] = [:]
        var anchor: String?
        for key in second.keys where merged[key] != nil {
            if known.contains(key) { anchor = key } else { following[anchor, default: []].append(key) }
        }
        let keys = (following[nil] ?? []) + leading.flatMap { [$0] + (following[$0] ?? []) }
        return keys.compactMap { merged[$0] }
    }

    /// The elements of one version by their keys; the second of one key has a key of its own.
    private struct Keyed {
        let elements: [Element]
        let keys: [String]
        private let indices: [String: Int]

        init(_ elements: [Element], by key: (Element) -> String) {
            var counts: [String: Int] = [:]
            let keys = elements.map { element -> String in
                let key = key(element)
                counts[key, default: 0] += 1
                return "\(key) \(counts[key] ?? 1)"
            }
            self.elements = elements
            self.keys = keys
            indices = Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
        }

        subscript(key: String) -> Element? { indices[key].map { elements[$0] } }
    }
}
