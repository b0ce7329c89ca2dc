import ConcordDeclarations
import ConcordOutline

/// The Swift names of an earlier edition of a document, which a merge keeps: a name that moves to another value would compile, and
/// send something else.
struct EarlierNames {
    /// The types at file level, by what they are made from.
    private(set) var types: [TypeNames.Key: String] = [:]
    /// The members of each type, by the type's path; of each by its name or value in the document.
    private var members: [[String]: [String: String]] = [:]

    init() {}

    /// Notes the names of a program that was scaffolded.
    init(of program: Program) {
        for declaration in program.declarations {
            note(declaration)
            noteMembers(of: declaration, in: [])
        }
    }

    /// The names of a type's members.
    func members(of type: [String]) -> [String: String] { members[type] ?? [:] }

    private mutating func note(_ declaration: TypeDeclaration) {
        if case .view(let view) = declaration, let path = view.head.wireName {
            types[
                .init(
                    suffix: view.kind == .webhook ? "Webhook" : "View", wireName: TypeNames.Key.wireName(ofPath: path))] =
                view.head.name
        } else if let section = declaration.section.flatMap(ComponentNames.Section.init(rawValue:)) {
            types[.init(suffix: section.suffix, wireName: declaration.componentWireName)] = declaration.head.name
        }
    }

    private mutating func noteMembers(of declaration: TypeDeclaration, in scope: [String]) {
        let path = scope + [declaration.head.name]
        var names: [String: String] = [:]
        switch declaration {
        case .serializer(let serializer):
            for property in serializer.properties { names[serializer.wireName(of: property)] = property.head.name }
        case .enumeration(let enumeration):
            for value in enumeration.cases { names[NameTable.key(of: value.value)] = value.name }
        case .view(let view):
            names = Self.names(of: view.inputs)
            var functions: [String: String] = [:]
            for operation in view.operations {
                functions[operation.operationID.value ?? operation.method.lowercased()] = operation.head.name
                members[path + [operation.head.name + Self.functions]] = Self.names(of: operation.inputs)
            }
            members[path + [Self.functions]] = functions
        default: break
        }
        if !names.isEmpty { members[path] = names }
        for nested in declaration.nested { noteMembers(of: nested, in: path) }
    }

    private static func names(of inputs: [InputDeclaration]) -> [String: String] {
        Dictionary(inputs.map { ($0.head.wireName ?? $0.head.name, $0.head.name) }) { first, _ in first }
    }

    /// Stands in a path for the functions of a view, which have names of their own beside its properties.
    static let functions = "()"
}
