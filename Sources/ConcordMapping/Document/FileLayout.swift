import ConcordDeclarations
import ConcordOutline

/// Which declaration goes into which file: four files for a small document, a file for each resource for a large one.
struct FileLayout {
    let files: [SourceFile]
    /// Up to so many views and schemas make a small document.
    private static let small = 24

    /// Lays out a program's declarations, in which types may get other names on the way.
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

    /// No two files of a module may have one name, whatever their folders, so the folder is part of it.
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

/// What the declarations of a program are about: its views' tags or paths, under which the schemas are filed too.
private struct Resources {
    /// By the words of the name, in the singular.
    private var names: [String: String] = [:]
    /// How many words the longest of them has.
    private var longest = 0
    /// Longer names are not searched for what they are about.
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

    /// The longest resource that the name of a type speaks of, the first of several; else the name's first word.
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
    /// Whether a type of one of these names stands anywhere inside.
    fileprivate func names(_ wanted: Set<String>) -> Bool {
        switch kind {
        case .structure(let body), .enumeration(let body): body.members.contains { $0.names(wanted) }
        case .alias(_, let type): type.names(wanted)
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
            // Foundation's types have short names.
            name.utf8.count <= 8 && wanted.contains(name) || arguments.contains { $0.names(wanted) }
        case .optional(let inner), .array(let inner): inner.names(wanted)
        case .dictionary(_, let value): value.names(wanted)
        default: false
        }
    }
}
