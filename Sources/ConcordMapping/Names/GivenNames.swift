import ConcordOutline
import ConcordYAML

/// The Swift names that a scaffold has given, by what they stand for.
///
/// A merge scaffolds the newer document with the names of the older one: a name that moved to another value would compile, and
/// send something else.
public struct GivenNames: Sendable {
    /// The types at file level, by what they are made from.
    private(set) var types: [TypeNames.Key: String] = [:]
    /// The names of each place, by what they stand for there.
    private var names: [Place: [NameKey: String]] = [:]
    /// The branches of each choice and composition.
    private var branches: [Place: [NamedBranch]] = [:]
    /// The names of the parameters of all operations of a view, which its own must not have.
    private var operationInputs: [[String]: [NameKey: Set<String>]] = [:]
    /// The names of all nested types, in small letters.
    private(set) var nestedTypes: Set<String> = []

    /// No names.
    public init() {}

    /// What has names of its own.
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

    /// The names that the parameters of a view's operations have.
    func operationInputs(of view: [String]) -> [NameKey: Set<String>] { operationInputs[view] ?? [:] }

    mutating func note(nestedType name: String, of key: NameKey, in type: [String]) {
        names[Place(type: type, kind: .nestedTypes), default: [:]][key] = name
        nestedTypes.insert(name.lowercased())
    }

    mutating func note(_ branches: [NamedBranch], of place: Place) {
        self.branches[place] = branches
    }
}

/// What a name stands for within one declaration.
enum NameKey: Hashable {
    /// A property, a value of an enum, an operation or a kind of content, by what it is called in the document.
    case wire(String)
    /// A parameter or a header.
    case input(in: String, String)
    /// What has no name in the document, by its place there.
    case unnamed(String)
}
