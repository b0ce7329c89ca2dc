import ConcordDeclarations
import ConcordOutline

/// The distribution of declarations over files: four files for a small document, a file for each resource of a large
/// one.
struct FileLayout {
    let files: [SourceFile]
    /// The maximum number of views, and of schemas, in a small document.
    private static let small = 24

    /// Distributes a program's declarations over files, and renames types at the same time.
    init(_ program: Program, naming names: TypeRenaming = TypeRenaming([:])) {
        var groups: [(path: String, declarations: [TypeDeclaration])] = []
        var indices: [String: Int] = [:]
        let isSmall = program.declarations.count { $0.folder != .api } <= Self.small * 2
        let resources = Resources(program)
        for declaration in program.declarations {
            let path = Self.path(of: declaration, isSmall ? nil : resources)
            if let index = indices[path.lowercased()] {
                groups[index].declarations.append(declaration)
            } else {
                indices[path.lowercased()] = groups.count
                groups.append((path, [declaration]))
            }
        }
        files = groups.map { group in
            let outlines = names(group.declarations.map(\.outline))
            let needsFoundation = outlines.contains { $0.names(Self.foundationTypes) }
            return SourceFile(
                path: group.path, imports: needsFoundation ? ["Concord", "Foundation"] : ["Concord"],
                declarations: outlines)
        }
    }

    private static let foundationTypes: Set<String> = ["Date", "UUID", "URL", "Data", "Decimal"]

    private static func path(of declaration: TypeDeclaration, _ resources: Resources?) -> String {
        let folder = declaration.folder
        if folder == .api { return "API.swift" }
        guard let resources else { return "\(folder.rawValue).swift" }
        return "\(folder.rawValue)/\(fileName(resources.resource(of: declaration), in: folder)).swift"
    }

    /// Returns the name of a file. Two files of a module can't have the same name, even in different folders, so the
    /// folder's name is part of it.
    private static func fileName(_ resource: String, in folder: TypeDeclaration.Folder) -> String {
        folder == .components ? resource : resource.prefix(60) + folder.rawValue
    }
}

extension TypeDeclaration {
    fileprivate enum Folder: String {
        case api = "API"
        case models = "Models"
        case serializers = "Serializers"
        case components = "Components"
        case views = "Views"
    }

    fileprivate var folder: Folder {
        switch self {
        case .api, .securityScheme, .include: .api
        case .model: .models
        case .serializer, .union, .enumeration, .wrapper, .alias: .serializers
        case .view: .views
        case .parameter, .requestBody, .response, .responses, .responseHeader, .constant, .group,
            .participant:
            .components
        }
    }
}

/// The resources of a program, from the tags or paths of its views. Schemas are grouped by them too.
private struct Resources {
    /// The names of the resources, keyed by their words in the singular.
    private var names: [String: String] = [:]
    /// The number of words in the longest name.
    private var longest = 0
    /// The maximum number of words of a type's name that are searched for a resource.
    private static let wordLimit = 12

    init(_ program: Program) {
        for case .view(let view) in program.declarations {
            let name = Self.name(of: view)
            let words = Self.words(name)
            names[words.joined(separator: " ")] = name
            longest = max(longest, words.count)
        }
    }

    func resource(of declaration: TypeDeclaration) -> String {
        if case .view(let view) = declaration { return Self.name(of: view) }
        if declaration.folder == .components { return declaration.section.map(SwiftName.type) ?? "Other" }
        return resource(ofType: declaration.head.name)
    }

    /// Returns the longest resource whose name is part of a type's name, and the first of several. Otherwise, returns
    /// the first word of the type's name.
    private func resource(ofType name: String) -> String {
        let words = Self.words(name).prefix(Self.wordLimit)
        for count in stride(from: min(words.count, longest), to: 0, by: -1) {
            for start in 0...(words.count - count) {
                if let found = names[words[start..<(start + count)].joined(separator: " ")] { return found }
            }
        }
        return SwiftName.type(SwiftName.words(of: name).first ?? name)
    }

    private static func name(of view: ViewDeclaration) -> String {
        let tag = view.tags.first ?? view.operations.lazy.compactMap { $0.tags.value?.first }.first
        if let tag, !tag.isEmpty { return SwiftName.type(tag) }
        return SwiftName.type(ViewNames.resource(ofPath: view.path))
    }

    private static func words(_ name: String) -> [String] {
        SwiftName.words(of: name).map { SwiftName.singular($0).lowercased() }
    }
}

extension Declaration {
    /// Returns whether a type with one of these names occurs anywhere in the declaration.
    fileprivate func names(_ wanted: Set<String>) -> Bool {
        switch kind {
        case .structure(let body), .enumeration(let body): body.members.contains { $0.names(wanted) }
        case .alias(_, _, let type): type.names(wanted)
        case .variable(let variable): variable.type?.names(wanted) ?? false
        case .function(let function):
            function.parameters.contains { $0.type.names(wanted) } || function.result?.names(wanted) ?? false
        case .enumCase(let elements): elements.contains { $0.payload.contains { $0.type.names(wanted) } }
        default: false
        }
    }
}

extension TypeExpression {
    fileprivate func names(_ wanted: Set<String>) -> Bool {
        switch self {
        case .named(let name, let arguments):
            // The wanted types, all from Foundation, have short names.
            name.utf8.count <= 8 && wanted.contains(name) || arguments.contains { $0.names(wanted) }
        case .optional(let inner), .array(let inner): inner.names(wanted)
        case .dictionary(_, let value): value.names(wanted)
        default: false
        }
    }
}
