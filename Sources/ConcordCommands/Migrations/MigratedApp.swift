import ConcordDeclarations
import ConcordDiagnostics
import ConcordMigrations
import ConcordOutline
import Foundation

/// An API with its migrations and the tables of its models, as declared in the sources.
struct MigratedApp {
    /// The name of the API's type.
    let name: String
    /// The API's migrations, each after those that it depends on.
    let migrations: [MigrationFile]
    /// The tables of the API's models and of those of its installed apps.
    let tables: [TableDefinition]
    /// The folder of the migrations.
    let folder: String
    private let models: ModelTables
    /// The migrations of installed apps.
    private let installedMigrations: [MigrationFile]
    /// The tables of installed apps whose migrations are not in the sources.
    private let installedTables: [TableDefinition]

    init(_ swift: SwiftProgram, api name: String?) throws(Refusal) {
        let api = try Self.api(in: swift, named: name)
        let types = SourceTypes(swift.files + swift.importedFiles)
        self.name = api.head.name
        let installed = try InstalledApps(of: api, types, swift)
        let listed = try Self.list("migrations", of: api.head.name, api.head.mark, types)
        var reading = MigrationReading(types)
        migrations = reading.migrations(listed)
        installedMigrations = reading.migrations(installed.migrations)
        var models = ModelTables(swift.program, types)
        installedTables = models.tables(of: installed.readyModels)
        let stated = try Self.list("models", of: api.head.name, api.head.mark, types)
        let root = Self.root(of: api.head.mark.position?.file ?? "", in: swift.roots)
        let names =
            stated.compactMap { types.find($0.path) } + installed.models + Self.declaredModels(in: root, swift)
            + Self.viewModels(in: root, swift, types)
        tables = models.tables(of: names)
        folder = Self.folder(of: api.head.name, in: root, swift)
        self.models = models
        let problems = reading.diagnostics + models.diagnostics
        guard !problems.containsError else { throw Refusal(problems) }
        guard !tables.isEmpty else { throw Refusal("no-models", "'\(self.name)' has no models", at: api.head.mark) }
    }

    private static func api(in swift: SwiftProgram, named name: String?) throws(Refusal) -> APIDeclaration {
        let apis = swift.program.apis.filter { name == nil || $0.head.name == name }
        guard let api = apis.first else {
            throw Refusal(
                "no-api", name.map { "no @API is named '\($0)'" } ?? "the sources declare no @API",
                help: name == nil
                    ? nil : swift.program.apis.map(\.head.name).nearest(to: name ?? "").map { "did you mean '\($0)'?" })
        }
        guard apis.count == 1 else {
            throw Refusal(
                "several-apis", "the sources declare several APIs: \(apis.map(\.head.name).joined(separator: ", "))",
                help: "select one with --api")
        }
        return api
    }

    /// Returns a static array of types. Throws a ``Refusal`` if it is computed.
    static func list(
        _ property: String, of type: String, _ mark: SourceMark, _ types: SourceTypes
    ) throws(Refusal) -> [ListedType] {
        if let list = types.list(property, of: type) { return list }
        throw Refusal(
            "computed-list", "'\(property)' of '\(type)' can't be read without running the program",
            at: types.staticValue(property, of: type)?.mark ?? mark,
            help: .builtCommand(or: "write the types in the array literal"))
    }

    // MARK: Models

    /// Returns the models in the API's module, which the build plugin also finds.
    private static func declaredModels(in root: String, _ swift: SwiftProgram) -> [String] {
        swift.files.filter { $0.path.isInside(root) }.sorted { $0.path < $1.path }
            .flatMap { $0.declarations.flatMap { $0.models(in: []) } }
    }

    /// Returns the models of generic views in the API's module.
    private static func viewModels(in root: String, _ swift: SwiftProgram, _ types: SourceTypes) -> [String] {
        let declarations = swift.program.declarations
        return declarations.flatMap { declaration -> [String] in
            guard case .view(let view) = declaration, view.genericView != nil,
                view.head.mark.position?.file.isInside(root) == true,
                let name = view.generic.serializer?.type.path.flatMap({ types.find($0) })
            else { return [] }
            return declarations.compactMap { declaration in
                guard case .serializer(let serializer) = declaration, serializer.head.name == name else { return nil }
                return serializer.selection?.model.path.flatMap { types.find($0) }
            }
        }
    }

    // MARK: Folders

    /// Returns the named folder or file that contains a file.
    private static func root(of file: String, in roots: [String]) -> String {
        roots.filter { file.isInside($0) }.max { $0.count < $1.count } ?? file
    }

    /// Returns the folder of the array of migrations, or the folder for the first migration.
    private static func folder(of api: String, in root: String, _ swift: SwiftProgram) -> String {
        let list = swift.files.first { file in
            file.path.hasSuffix("/Migrations.swift")
                && file.declarations.contains { declaration in
                    if case .extensionDeclaration(let body) = declaration.kind { body.name == api } else { false }
                }
        }
        if let list { return list.path.folder }
        return (root.hasSuffix(".swift") ? root.folder : root.withoutSlash) + "/Migrations"
    }
}

extension MigratedApp {
    /// Returns the state after the migrations of installed apps and some of the API's.
    ///
    /// - Throws: ``MigrationError`` for an operation on something that doesn't exist.
    func state(after migrations: [MigrationFile]) throws -> MigrationState {
        try MigrationState(after: installedMigrations + migrations, from: installedTables)
    }

    /// The values of existing rows in new columns, by `table.column`.
    var defaults: [String: ColumnLiteral] {
        models.defaults.compactMapValues { if case .value(let value) = $0 { value } else { nil } }
    }

    /// Returns a problem at the position of its field.
    func diagnostic(_ problem: ModelChanges.Problem) -> Diagnostic {
        guard let column = problem.column else {
            return Diagnostic(.error, "model-change", problem.message, at: nil, help: problem.help)
        }
        let position = models.places[column]?.position
        guard case .unreadable? = models.defaults[column] else {
            return Diagnostic(.error, "missing-value", problem.message, at: position, help: problem.help)
        }
        return Diagnostic(
            .error, "missing-value", "\(problem.message), and its default can't be read without running the program",
            at: position, help: "write a literal, or pass a value with --default \(column)=VALUE")
    }
}

/// The installed apps of an API, with their models and migrations.
private struct InstalledApps {
    private(set) var models: [String] = []
    private(set) var migrations: [ListedType] = []
    /// The models of Concord's own apps that other models can refer to. The tool doesn't have their migrations, which
    /// result in the models.
    private(set) var readyModels: [String] = []

    init(of api: APIDeclaration, _ types: SourceTypes, _ swift: SwiftProgram) throws(Refusal) {
        for app in try MigratedApp.list("installedApps", of: api.head.name, api.head.mark, types) {
            if let name = types.find(app.path) {
                for model in try MigratedApp.list("models", of: name, app.mark, types) {
                    if let model = types.find(model.path) { models.append(model) }
                }
                migrations += try MigratedApp.list("migrations", of: name, app.mark, types)
            } else if ReadyModule.installedApps.contains(app.path.last ?? "") {
                let known = swift.program.imported.compactMap { declaration in
                    if case .model(let model) = declaration { model.head.name } else { nil }
                }
                readyModels += known
                models += known
            } else {
                throw Refusal(
                    "unknown-app", "the installed app '\(app.path.joined(separator: "."))' is not in the sources",
                    at: app.mark, help: .builtCommand(or: "pass its folder too"))
            }
        }
    }
}

extension String {
    /// Returns whether the path is that of a folder or file, or is inside it.
    fileprivate func isInside(_ root: String) -> Bool { self == root || hasPrefix(root.withoutSlash + "/") }

    fileprivate var withoutSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
