import ConcordDeclarations

/// The names of types at file level, which are the whole module's.
struct TypeNames {
    /// The names that the same components and paths have already.
    private let earlier: [Key: String]
    /// Those names in small letters, which nothing else may have.
    private let keptNames: Set<String>
    private var used: Set<String> = []
    private var numbers = NameNumbers()

    /// What a type is made from: a component or a path.
    struct Key: Hashable {
        var suffix: String
        var wireName: String

        /// A path stays the same when its parameters get other names.
        static func wireName(ofPath path: String) -> String { path.replacing(/\{[^}]*\}/, with: "{}") }
    }

    /// Creates names that keep those of before, for a merge.
    init(keeping earlier: [Key: String] = [:]) {
        self.earlier = earlier
        keptNames = Set(earlier.values.map { $0.lowercased() })
    }

    /// Gives a type its name: the document's, with a suffix where another type has it.
    ///
    /// - Parameters:
    ///   - name: What the type is called after.
    ///   - suffix: What the name gains where another type has it.
    ///   - wireName: What the type is made from, if not of that name.
    mutating func add(_ name: String, suffix: String, of wireName: @autoclosure () -> String? = nil) -> String {
        if !earlier.isEmpty, let kept = earlier[Key(suffix: suffix, wireName: wireName() ?? name)],
            used.insert(kept.lowercased()).inserted
        {
            return kept
        }
        let base = SwiftName.type(name)
        var candidate = base
        if isTaken(candidate) { candidate = base.hasSuffix(suffix) ? base + "2" : base + suffix }
        while isTaken(candidate) { candidate = numbers.numbered(base) }
        used.insert(candidate.lowercased())
        return candidate
    }

    /// Whether a type of Swift, of Foundation, of Concord or of the module has the name.
    func isTaken(_ name: String, reserved: Set<String> = ReservedTypeNames.all) -> Bool {
        let lower = name.lowercased()
        return used.contains(lower) || keptNames.contains(lower) || reserved.contains(name)
    }
}
