import ConcordDeclarations

/// The names of types at file level, which are unique in the module.
struct TypeNames {
    /// The names that the same components and paths had in the earlier document.
    private let earlier: [Key: String]
    /// The earlier names in lowercase, which no other type can have.
    private let keptNames: Set<String>
    /// The lowercase names of earlier nested types, which would shadow a new type of the module.
    private let nestedNames: Set<String>
    private var used: Set<String> = []
    /// The lowercase names of views, to which only the API refers.
    private var viewNames: Set<String> = []
    private var numbers = NameNumbers()

    /// The component or path from which a type is created.
    struct Key: Hashable {
        var suffix: String
        var wireName: String

        /// Whether the type is a view for a path or webhook.
        var isView: Bool { suffix == "View" || suffix == "Webhook" }

        /// Returns the key of a path, which doesn't depend on the names of its parameters.
        static func wireName(ofPath path: String) -> String { path.replacing(/\{[^}]*\}/, with: "{}") }
    }

    /// A request for the name of a type. The name gets a suffix if another type already has it.
    struct Wish: NameWish {
        /// The component or path of the type. Its suffix is the suffix of the name.
        let key: Key
        /// The spelling in the document.
        let spelling: String
        let name: String
        let length: Int

        init(_ wireName: String, calledAfter hint: String? = nil, suffix: String, spelling: String? = nil) {
            key = Key(suffix: suffix, wireName: wireName)
            name = SwiftName.type(hint ?? wireName)
            self.spelling = spelling ?? wireName
            length = key.isView ? wireName.utf8.count { $0 == UInt8(ascii: "/") } : 1
        }
    }

    /// Creates names that keep those of an earlier document.
    init(keeping earlier: GivenNames) {
        self.earlier = earlier.types
        keptNames = Set(earlier.types.values.map { $0.lowercased() })
        viewNames = Set(earlier.types.lazy.filter { $0.key.isView }.map { $0.value.lowercased() })
        nestedNames = earlier.nestedTypes
    }

    /// Returns the names for types of one kind. If several would have the same name, the one with the closest spelling
    /// in the document gets it.
    mutating func add(_ wishes: [Wish]) -> [String] {
        var names = [String?](repeating: nil, count: wishes.count)
        for (index, wish) in wishes.enumerated() {
            guard let kept = earlier[wish.key], used.insert(kept.lowercased()).inserted else { continue }
            names[index] = kept
        }
        let open = wishes.indices.filter { names[$0] == nil }
        let contest = NameContest(open.map { wishes[$0] }) { !isTaken($0) }
        for winner in contest.winners {
            used.insert(contest.wishes[winner].name.lowercased())
            names[open[winner]] = contest.wishes[winner].name
        }
        for loser in contest.losers { names[open[loser]] = otherName(contest.wishes[loser]) }
        for (wish, name) in zip(wishes, names) where wish.key.isView { viewNames.insert(name?.lowercased() ?? "") }
        return names.map { $0 ?? "" }
    }

    private mutating func otherName(_ wish: Wish) -> String {
        var candidate = wish.name.hasSuffix(wish.key.suffix) ? wish.name + "2" : wish.name + wish.key.suffix
        while isTaken(candidate) { candidate = numbers.numbered(wish.name) }
        used.insert(candidate.lowercased())
        return candidate
    }

    /// Returns whether a type of Swift, Foundation, Concord, or the module has the name.
    private func isTaken(_ name: String) -> Bool {
        let lower = name.lowercased()
        return used.contains(lower) || keptNames.contains(lower) || nestedNames.contains(lower)
            || ReservedTypeNames.all.contains(name)
    }

    /// Returns whether a nested type with this name would shadow a type that may be used in its scope.
    func isHidden(by name: String, reserved: Set<String>) -> Bool {
        let lower = name.lowercased()
        return (used.contains(lower) || keptNames.contains(lower)) && !viewNames.contains(lower)
            || reserved.contains(name)
    }
}
