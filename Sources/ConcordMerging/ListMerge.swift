/// An array whose elements have keys, merged from three versions.
struct ListMerge<Element: Equatable> {
    /// The merged elements, in the order of the document unless the order of the code was changed.
    private(set) var elements: [Element] = []
    /// The elements that the document no longer has and the code keeps.
    private(set) var obsolete: [Element] = []
    /// The elements that one side has removed and the other has changed, or that can't be decided without a record.
    private(set) var undecided: [Versions<Element?>] = []

    /// The rules for elements that only one side has.
    struct Rules {
        /// Returns whether an element is removed with the document's if the code hasn't changed it.
        var deletes: (Element) -> Bool
        /// Whether an element that only the document has counts as new if no record exists.
        var addsWithoutRecord: Bool
    }

    /// Merges arrays. `merge` merges an element that both sides have.
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
        // Elements that only the second array has follow the same element as there.
        var following: [String?: [String]] = [:]
        var anchor: String?
        for key in second.keys where merged[key] != nil {
            if known.contains(key) { anchor = key } else { following[anchor, default: []].append(key) }
        }
        let keys = (following[nil] ?? []) + leading.flatMap { [$0] + (following[$0] ?? []) }
        return keys.compactMap { merged[$0] }
    }

    /// The elements of one version, keyed. Duplicates of a key get distinct keys.
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
