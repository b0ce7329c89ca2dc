import ConcordDeclarations

/// The nested types of one declaration, and its scope.
struct Nest {
    let scope: [String]
    var types: [TypeDeclaration] = []
    private let isSchema: Bool
    private var used: Set<String>
    private var numbers = NameNumbers()
    private var places: [String: Int] = [:]
    /// The places for which names are reserved, keyed by lowercase name. The type of an array element can't have such a
    /// name.
    private var owners: [String: String] = [:]

    /// Creates a nest for a type.
    ///
    /// - Parameters:
    ///   - scope: The path of the type.
    ///   - isSchema: Whether the members of the type are schemas, rather than requests and responses.
    init(scope: [String], isSchema: Bool = false) {
        self.scope = scope
        self.isSchema = isSchema
        used = Set(scope.map { $0.lowercased() })
    }

    /// Reserves a name for the type of the place with this name.
    mutating func keep(_ hint: NameHint) {
        owners[SwiftName.type(hint.text).lowercased()] = hint.place
    }

    /// Returns whether a nested type can't have the name. Serializers don't name request and response types, so those
    /// names are available there.
    private func isTaken(_ name: String, _ typeNames: TypeNames) -> Bool {
        typeNames.isHidden(by: name, reserved: isSchema ? ReservedTypeNames.inSerializers : ReservedTypeNames.all)
    }

    /// Returns the name of a nested type without the name of the enclosing type.
    func withoutScope(_ name: String) -> String {
        guard let owner = scope.last, name != owner, name.hasPrefix(owner),
            types.contains(where: { $0.head.name == name })
        else { return name }
        return String(name.dropFirst(owner.count))
    }

    /// Creates elements in another order than the document's.
    ///
    /// - Returns: The elements in the order of the document. The types declared for them have the same order.
    mutating func inOrder<Made>(_ order: [Int], make: (Int, inout Nest) -> Made) -> [Made] {
        let others = types
        var made: [(index: Int, thing: Made, types: [TypeDeclaration])] = []
        for index in order {
            let count = types.count
            let thing = make(index, &self)
            made.append((index, thing, Array(types[count...])))
        }
        made.sort { $0.index < $1.index }
        types = others + made.flatMap(\.types)
        return made.map(\.thing)
    }

    /// Returns the name of a nested type. It doesn't shadow any other type that may be used inside it.
    mutating func name(_ hint: NameHint, _ scaffolder: inout Scaffolder) -> String {
        let place = GivenNames.Place(type: scope, kind: .nestedTypes)
        let key = key(of: hint)
        let earlier = scaffolder.earlierNames[place]
        let name =
            earlier[key].flatMap { used.insert($0.lowercased()).inserted ? $0 : nil }
            ?? newName(hint, besides: Set(earlier.values.map { $0.lowercased() }), scaffolder.typeNames)
        scaffolder.givenNames?.note(nestedType: name, of: key, in: scope)
        return name
    }

    private mutating func newName(_ hint: NameHint, besides kept: Set<String>, _ typeNames: TypeNames) -> String {
        let base = SwiftName.type(hint.text)
        let isFree = { (nest: Nest, name: String) in
            !nest.isTaken(name, typeNames) && !kept.contains(name.lowercased())
        }
        let isOwn = owners[base.lowercased()].map { $0 == hint.place } ?? true
        if isOwn, isFree(self, base), used.insert(base.lowercased()).inserted { return base }
        let isAlike = hint.isOneOfMany && !isTaken(base, typeNames)
        var candidate = isAlike ? numbers.numbered(base) : (scope.last ?? "") + base
        while !isFree(self, candidate) || !used.insert(candidate.lowercased()).inserted {
            candidate = numbers.numbered(base)
        }
        return candidate
    }

    /// Returns the key of a place's type. Further types of the same place get a number.
    private mutating func key(of hint: NameHint) -> NameKey {
        let count = places[hint.place, default: 0] + 1
        places[hint.place] = count
        return .unnamed(count == 1 ? hint.place : "\(hint.place) \(count)")
    }
}

/// The string from which the name of a nested type is derived: the name of the place that uses it.
struct NameHint {
    let text: String
    /// The key that identifies the place within a declaration.
    let place: String
    /// Whether other places like this one are likely, so that a number disambiguates them.
    let isOneOfMany: Bool

    init(_ text: String, at place: String? = nil, isOneOfMany: Bool = false) {
        self.text = text
        self.place = place ?? text
        self.isOneOfMany = isOneOfMany
    }

    /// The place of one element of an array or dictionary.
    var element: NameHint {
        let singular = SwiftName.singular(text)
        return NameHint(singular == text ? text + " item" : singular, at: place + "[]", isOneOfMany: isOneOfMany)
    }
}
