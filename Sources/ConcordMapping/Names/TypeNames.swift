import ConcordDeclarations

/// The names of types at file level, which are the whole module's.
struct TypeNames {
    private var used: Set<String> = []

    /// Gives a type its name: the document's, with a suffix where another type has it.
    mutating func add(_ wireName: String, suffix: String) -> String {
        let base = SwiftName.type(wireName)
        var candidate = base
        if isTaken(candidate) { candidate = base.hasSuffix(suffix) ? base + "2" : base + suffix }
        var number = 2
        while isTaken(candidate) {
            candidate = base + (base.last?.isNumber == true ? "_" : "") + String(number)
            number += 1
        }
        used.insert(candidate.lowercased())
        return candidate
    }

    /// Whether a type of Swift, of Foundation, of Concord or of the module has the name.
    func isTaken(_ name: String, reserved: Set<String> = ReservedTypeNames.all) -> Bool {
        used.contains(name.lowercased()) || reserved.contains(name)
    }
}
