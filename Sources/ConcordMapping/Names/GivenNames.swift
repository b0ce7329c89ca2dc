import ConcordOutline
import ConcordYAML

/// The Swift names that a scaffold has given, with keys that identify them across documents.
///
/// A merge scaffolds the newer document with the names of the older one. A name that moved to another value would still
/// compile, but the app would send something else.
public struct GivenNames: Sendable {
    /// The names of the types at file level, keyed by the component or path from which they are created.
    private(set) var types: [TypeNames.Key: String] = [:]
    /// The names in each place, keyed by their subject.
    private var names: [Place: [NameKey: String]] = [:]
    /// The branches of each `oneOf`, `anyOf`, and `allOf`.
    private var branches: [Place: [NamedBranch]] = [:]
    /// The names of the parameters of all operations of a view. The view's own parameters can't have the same names.
    private var operationInputs: [[String]: [NameKey: Set<String>]] = [:]
    /// The names of all nested types, in lowercase.
    private(set) var nestedTypes: Set<String> = []

    /// Creates an empty set of names.
    public init() {}

    /// A scope with names of its own within a type.
    struct Place: Hashable {
        enum Kind: Hashable {
            case members, nestedTypes, functions, inputs(of: String), branches, parts
        }

        /// The path of the type.
        var type: [String]
        var kind: Kind

        static func members(of type: [String]) -> Place { Place(type: type, kind: .members) }
    }

    subscript(place: Place) -> [NameKey: String] { names[place] ?? [:] }

    func branches(of place: Place) -> [NamedBranch] { branches[place] ?? [] }

    mutating func note(_ type: String, of key: TypeNames.Key) { types[key] = type }

    mutating func note(_ table: NameTable, of place: Place) {
        if table.given.isEmpty { return }
        names[place] = table.given
        guard case .inputs = place.kind else { return }
        for (key, name) in table.given { operationInputs[place.type, default: [:]][key, default: []].insert(name) }
    }

    /// Returns the names of the parameters of a view's operations.
    func operationInputs(of view: [String]) -> [NameKey: Set<String>] { operationInputs[view] ?? [:] }

    mutating func note(nestedType name: String, of key: NameKey, in type: [String]) {
        names[Place(type: type, kind: .nestedTypes), default: [:]][key] = name
        nestedTypes.insert(name.lowercased())
    }

    mutating func note(_ branches: [NamedBranch], of place: Place) {
        self.branches[place] = branches
    }
}

/// The key of a name within one declaration.
enum NameKey: Hashable {
    /// The wire name of a property, an enum value, an operation, or a kind of content.
    case wire(String)
    /// The location and wire name of a parameter or header.
    case input(in: String, String)
    /// The place of an element that has no name in the document.
    case unnamed(String)
}
