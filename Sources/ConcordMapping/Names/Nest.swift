import ConcordDeclarations

/// The nested types of one declaration, and where it stands.
struct Nest {
    let scope: [String]
    var types: [TypeDeclaration] = []
    private let isSchema: Bool
    private var used: Set<String>
    private var numbers = NameNumbers()
    private var places: [String: Int] = [:]
    /// What is called after its place itself, and not after the list that it is an element of, in small letters.
    private var owners: [String: String] = [:]

    /// The nest of a type whose members are schemas, or, if not, of one that speaks of requests and responses.
    init(scope: [String], isSchema: Bool = false) {
        self.scope = scope
        self.isSchema = isSchema
        used = Set(scope.map { $0.lowercased() })
    }

    /// Keeps a name for the type of the place that is called so.
    mutating func keep(_ hint: NameHint) {
        owners[SwiftName.type(hint.text).lowercased()] = hint.place
    }

    /// Inside a serializer no request or response is spoken of, so their words are free there.
    private func isTaken(_ name: String, _ typeNames: TypeNames) -> Bool {
        typeNames.isHidden(by: name, reserved: isSchema ? ReservedTypeNames.inSerializers : ReservedTypeNames.all)
    }

    /// What a nested type is called after, without the type that it stands in.
    func withoutScope(_ name: String) -> String {
        guard let owner = scope.last, name != owner, name.hasPrefix(owner),
            types.contains(where: { $0.head.name == name })
        else { return name }
        return String(name.dropFirst(owner.count))
    }

    /// Makes several things in an order of their own.
    ///
    /// - Returns: What is made, in the order of the document; so are the types that are declared for it.
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

    /// The name of a nested type: one that hides no other type that could be meant inside.
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

    /// What a place's type is known by; a further type of one place has a number.
    private mutating func key(of hint: NameHint) -> NameKey {
        let count = places[hint.place, default: 0] + 1
        places[hint.place] = count
        return .unnamed(count == 1 ? hint.place : "\(hint.place) \(count)")
    }
}

/// What a nested type may be called after: the name of the place it stands in.
struct NameHint {
    let text: String
    /// What tells the place from all others of one declaration.
    let place: String
    /// Whether other places like this one are to be expected, so that a number tells them apart.
    let isOneOfMany: Bool

    init(_ text: String, at place: String? = nil, isOneOfMany: Bool = false) {
        self.text = text
        self.place = place ?? text
        self.isOneOfMany = isOneOfMany
    }

    /// The place of one element of a list or a map.
    var element: NameHint {
        let singular = SwiftName.singular(text)
        return NameHint(singular == text ? text + " item" : singular, at: place + "[]", isOneOfMany: isOneOfMany)
    }
}
