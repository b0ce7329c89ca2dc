import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

/// The package around scaffolded files: its manifest, and the file that starts the server.
struct ScaffoldedPackage {
    private let module: String
    private let api: String
    private let concord: PackageDependency
    private let output: String
    /// Whether generic views store objects, so that the package needs a database.
    private let isStoring: Bool
    /// Whether operations that are not implemented are answered with examples.
    private let isMock: Bool

    /// Creates the package for scaffolded files in `output`. By default, the module's name is derived from the API's.
    init(of files: [SourceFile], module: String?, concord: PackageDependency, output: String, isMock: Bool = false) {
        let types = files.flatMap(\.declarations)
        api = types.first { $0.attributes.contains { $0.name == "API" } }?.typeName ?? "API"
        self.module = module ?? Self.moduleName(for: api, beside: Set(types.compactMap(\.typeName)))
        self.concord = concord
        self.output = output
        self.isMock = isMock
        isStoring = types.contains { GenericView($0.inheritance) != nil }
    }

    /// Returns the name of the module. It differs from the names of the types inside and of the modules that it
    /// imports.
    private static func moduleName(for api: String, beside types: Set<String>) -> String {
        let name = api.hasSuffix("API") && api.count > 3 ? String(api.dropLast(3)) : api
        if types.contains(name) { return name + "Server" }
        return PackageManifest.isReserved(name) ? name + "App" : name
    }

    /// Returns the files of the package, with the scaffolded files in the module's folder.
    func files(around sources: [OutputFile]) -> [OutputFile] {
        let inner = sources.map { OutputFile(path: "Sources/\(module)/\($0.path)", contents: $0.contents) }
        let products = ["Concord", "ConcordServer"] + (isStoring ? ["ConcordSQLite"] : [])
        return [
            PackageManifest(module: module, products: products, concord: concord, output: output).file,
            OutputFile(path: ".gitignore", text: isStoring ? ".build\ndb.sqlite3*\n" : ".build\n"),
            OutputFile(path: "Sources/\(module)/main.swift", text: entry),
        ] + inner
    }

    private var entry: String {
        isMock
            ? """
            import Concord
            import ConcordServer

            extension \(api) {
                /// Answers operations that are not implemented with the examples of the document, for every credential.
                static func configure(_ app: inout AppConfiguration) {
                    app.unimplementedOperations = .answeredByExample
                    app.unimplementedSchemes = .acceptAnyCredential
                }
            }

            await \(api).main()

            """
            : """
            import ConcordServer

            await \(api).main()

            """
    }
}

extension Declaration {
    fileprivate var inheritance: [TypeExpression] {
        if case .structure(let body) = kind { body.inheritance } else { [] }
    }

    fileprivate var typeName: String? {
        switch kind {
        case .structure(let body), .enumeration(let body): body.name
        case .alias(let name, _, _): name
        default: nil
        }
    }
}
