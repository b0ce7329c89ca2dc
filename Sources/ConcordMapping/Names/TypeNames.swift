import ConcordDeclarations

/// The names of types at file level, which are the whole module's.
struct TypeNames {
    /// The names that the same components and paths have already.
    private let earlier: [Key: String]
    /// Those names in small letters, which nothing else may have.
    private let keptNames: Set<String>
    /// The names of before of nested types, which would hide a new type of the module.
    private let nestedNames: Set<String>
    private var used: Set<String> = []
    /// The names of views, which nothing but the API speaks of.
    private var viewNames: Set<String> = []
    private var numbers = NameNumbers()

    /// What a type is made from: a component or a path.
    struct Key: Hashable {
        var suffix: String
        var wireName: String

        /// Whether it is a path's or a webhook's.
        var isView: Bool { suffix == "View" || suffix == "Webhook" }

        /// A path stays the same when its parameters get other names.
        static func wireName(ofPath path: String) -> String { path.replacing(/\{[^}]*\}/, with: "{}") }
    }

    /// A name that a type is to have: the document's, with a suffix where another type has it.
    struct Wish: NameWish {
        /// What the type is made from; its suffix is what the name gains.
        let key: Key
        /// How the document spells it.
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

    /// Creates names that keep those of before, for a merge.
    init(keeping earlier: GivenNames) {
        self.earlier = earlier.types
        keptNames = Set(earlier.types.values.map { $0.lowercased() })
        viewNames = Set(earlier.types.lazy.filter { $0.key.isView }.map { $0.value.lowercased() })
        nestedNames = earlier.nestedTypes
    }

    /// Gives types of one kind their names: where several would have one, to the one that is spelled most like it.
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

    /// Whether a type of Swift, of Foundation, of Concord or of the module has the name.
    private func isTaken(_ name: String) -> Bool {
        let lower = name.lowercased()
        return used.contains(lower) || keptNames.contains(lower) || nestedNames.contains(lower)
            || ReservedTypeNames.all.contains(name)
    }

    /// Whether a nested type of this name would hide one that may be meant where it stands.
    func isHidden(by name: String, reserved: Set<String>) -> Bool {
        let lower = name.lowercased()
        return (used.contains(lower) || keptNames.contains(lower)) && !viewNames.contains(lower)
            || reserved.contains(name)
    }
}
