import ConcordDeclarations
import ConcordOutline

/// Which declaration goes into which file: four files for a small document, a file for each resource for a large one.
struct FileLayout {
    let files: [SourceFile]
    /// Up to so many views and schemas make a small document.
    private static let small = 24

    init(_ program: Program) {
        var groups: [(path: String, declarations: [TypeDeclaration])] = []
        var indices: [String: Int] = [:]
        let isSmall = program.declarations.count { $0.folder != .api } <= Self.small * 2
        for declaration in program.declarations {
            let path = Self.path(of: declaration, isSmall: isSmall)
            if let index = indices[path.lowercased()] {
                groups[index].declarations.append(declaration)
            } else {
                indices[path.lowercased()] = groups.count
                groups.append((path, [declaration]))
            }
        }
        files = groups.map { group in
            let outlines = group.declarations.map(\.outline)
            let needsFoundation = outlines.contains { $0.names(Self.foundationTypes) }
            return SourceFile(
                path: group.path, imports: needsFoundation ? ["Concord", "Foundation"] : ["Concord"],
                declarations: outlines)
        }
    }

    private static let foundationTypes: Set<String> = ["Date", "UUID", "URL", "Data", "Decimal"]

    private static func path(of declaration: TypeDeclaration, isSmall: Bool) -> String {
        let folder = declaration.folder
        if folder == .api { return "API.swift" }
        if isSmall { return "\(folder.rawValue).swift" }
        return "\(folder.rawValue)/\(fileName(declaration.resource, in: folder)).swift"
    }

    /// No two files of a module may have one name, whatever their folders, so the folder is part of it.
    private static func fileName(_ resource: String, in folder: TypeDeclaration.Folder) -> String {
        folder == .components ? resource : resource.prefix(60) + folder.rawValue
    }
}

extension TypeDeclaration {
    fileprivate enum Folder: String {
        case api = "API"
        case serializers = "Serializers"
        case components = "Components"
        case views = "Views"
    }

    fileprivate var folder: Folder {
        switch self {
        case .api, .securityScheme: .api
        case .serializer, .union, .enumeration, .wrapper, .alias: .serializers
        case .view: .views
        case .parameter, .requestBody, .response, .responses, .responseHeader, .example, .group: .components
        }
    }

    /// What the declaration is about: of a view its tag or the path's first part, of another the first word of its name.
    fileprivate var resource: String {
        if case .view(let view) = self {
            let tag = view.tags.first ?? view.operations.lazy.compactMap { $0.tags.value?.first }.first
            if let tag, !tag.isEmpty { return SwiftName.type(tag) }
            return SwiftName.type(view.path.split(separator: "/").first.map(String.init) ?? "root")
        }
        if folder == .components { return section.map(SwiftName.type) ?? "Other" }
        let words = SwiftName.words(of: head.name)
        return SwiftName.type(words.first ?? head.name)
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
        case .named(let name, let arguments): wanted.contains(name) || arguments.contains { $0.names(wanted) }
        case .optional(let inner), .array(let inner): inner.names(wanted)
        case .dictionary(_, let value): value.names(wanted)
        default: false
        }
    }
}
