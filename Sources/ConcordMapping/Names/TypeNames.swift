import ConcordDeclarations

/// The names of types at file level, which are the whole module's.
struct TypeNames {
    private var used: Set<String> = []
    private var numbers = NameNumbers()

    /// Gives a type its name: the document's, with a suffix where another type has it.
    mutating func add(_ wireName: String, suffix: String) -> String {
        let base = SwiftName.type(wireName)
        var candidate = base
        if isTaken(candidate) { candidate = base.hasSuffix(suffix) ? base + "2" : base + suffix }
        while isTaken(candidate) { candidate = numbers.numbered(base) }
        used.insert(candidate.lowercased())
        return candidate
    }

    /// Whether a type of Swift, of Foundation, of Concord or of the module has the name.
    func isTaken(_ name: String, reserved: Set<String> = ReservedTypeNames.all) -> Bool {
        used.contains(name.lowercased()) || reserved.contains(name)
    }
}
