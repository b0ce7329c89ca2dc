import ConcordDeclarations
import ConcordOutline
import ConcordSwiftPrinter

/// The package around scaffolded files: its manifest, and the file that starts the server.
struct ScaffoldedPackage {
    private let module: String
    private let api: String
    private let concord: PackageDependency
    private let output: String
    /// The products of Concord that the module is built with.
    private let products: [String]

    /// The package of scaffolded files, written to `output`; without a name of its own the module has the API's.
    init(of files: [SourceFile], module: String?, concord: PackageDependency, output: String) {
        let types = files.flatMap(\.declarations)
        api = types.first { $0.attributes.contains { $0.name == "API" } }?.typeName ?? "API"
        self.module = module ?? Self.moduleName(for: api, beside: Set(types.compactMap(\.typeName)))
        self.concord = concord
        self.output = output
        // The objects of generic views are stored somewhere: in a file, unless the app says otherwise.
        let isStoring = types.contains { GenericView($0.inheritance) != nil }
        products = ["Concord", "ConcordServer"] + (isStoring ? ["ConcordSQLite"] : [])
    }

    /// A module must not be called as a type inside it, nor as a module that it is built with.
    private static func moduleName(for api: String, beside types: Set<String>) -> String {
        let name = api.hasSuffix("API") && api.count > 3 ? String(api.dropLast(3)) : api
        if types.contains(name) { return name + "Server" }
        let isTaken = name.hasPrefix("Concord") || otherModules.contains { $0.lowercased() == name.lowercased() }
        return isTaken ? name + "App" : name
    }

    private static let otherModules: Set<String> = [
        "Swift", "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Observation", "RegexBuilder",
        "Distributed", "Glibc", "Musl", "Darwin", "Testing", "XCTest", "PackageDescription", "Hummingbird", "HTTPTypes",
        "Logging", "Metrics", "Tracing", "Atomics", "Collections", "Algorithms", "AsyncAlgorithms", "ServiceLifecycle",
        "NIO", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOSSL", "ArgumentParser", "SwiftSyntax", "SwiftParser",
    ]

    /// The files with the package's own, those of the module in its folder.
    func files(around sources: [OutputFile]) -> [OutputFile] {
        let inner = sources.map { OutputFile(path: "Sources/\(module)/\($0.path)", contents: $0.contents) }
        return [
            OutputFile(path: "Package.swift", text: manifest),
            OutputFile(path: ".gitignore", text: ".build\n"),
            OutputFile(path: "Sources/\(module)/main.swift", text: entry),
        ] + inner
    }

    private var manifest: String {
        let package = SwiftWriter.literal(concord.identity)
        let products = products.map { ".product(name: \"\($0)\", package: \(package))," }
        return """
            // swift-tools-version: 6.1
            import PackageDescription

            let package = Package(
                name: \(SwiftWriter.literal(module)),
                platforms: [.macOS(.v15)],
                dependencies: [
                    \(concord.entry(for: output))
                ],
                targets: [
                    .executableTarget(
                        name: \(SwiftWriter.literal(module)),
                        dependencies: [
                            \(products.joined(separator: "\n                "))
                        ],
                        plugins: [.plugin(name: "ConcordPlugin", package: \(package))])
                ],
                swiftLanguageModes: [.v6]
            )

            """
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
