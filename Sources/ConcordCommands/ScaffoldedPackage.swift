import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

/// The package around scaffolded files: its manifest, and the file that starts the server.
struct ScaffoldedPackage {
    private let module: String
    private let api: String
    private let concord: PackageDependency
    private let output: String
    /// Whether generic views store objects: then the package has a database.
    private let isStoring: Bool

    /// The package of scaffolded files, written to `output`; without a name of its own the module has the API's.
    init(of files: [SourceFile], module: String?, concord: PackageDependency, output: String) {
        let types = files.flatMap(\.declarations)
        api = types.first { $0.attributes.contains { $0.name == "API" } }?.typeName ?? "API"
        self.module = module ?? Self.moduleName(for: api, beside: Set(types.compactMap(\.typeName)))
        self.concord = concord
        self.output = output
        isStoring = types.contains { GenericView($0.inheritance) != nil }
    }

    /// A module must not be called as a type inside it, nor as a module that it is built with.
    private static func moduleName(for api: String, beside types: Set<String>) -> String {
        let name = api.hasSuffix("API") && api.count > 3 ? String(api.dropLast(3)) : api
        if types.contains(name) { return name + "Server" }
        return PackageManifest.isReserved(name) ? name + "App" : name
    }

    /// The files with the package's own, those of the module in its folder.
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
        """
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
        case .alias(let name, _): name
        default: nil
        }
    }
}
