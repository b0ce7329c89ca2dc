import ConcordSwiftPrinter

/// The `Package.swift` of an app: an executable target that uses Concord and its build plugin, and a test target.
struct PackageManifest {
    /// The name of the package and of its target.
    var module: String
    /// The products of Concord that the target depends on.
    var products: [String]
    /// The package's dependency on Concord.
    var concord: PackageDependency
    /// The folder of the package.
    var output: String
    /// Whether the package has a target for tests.
    var hasTests = false

    /// The manifest as a file of the package.
    var file: OutputFile { OutputFile(path: "Package.swift", text: text) }

    /// Returns whether a module of the app can't have a name, because one of its dependencies has it.
    static func isReserved(_ name: String) -> Bool {
        name.hasPrefix("Concord") || otherModules.contains { $0.lowercased() == name.lowercased() }
    }

    private var text: String {
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
                        plugins: [.plugin(name: "ConcordPlugin", package: \(package))])\(testTarget)
                ],
                swiftLanguageModes: [.v6]
            )

            """
    }

    private var testTarget: String {
        guard hasTests else { return "" }
        let package = SwiftWriter.literal(concord.identity)
        return """
            ,
                    .testTarget(
                        name: \(SwiftWriter.literal(module + "Tests")),
                        dependencies: [
                            \(SwiftWriter.literal(module)),
                            .product(name: "ConcordTesting", package: \(package)),
                        ]),
            """
    }

    private static let otherModules: Set<String> = [
        "Swift", "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Observation", "RegexBuilder",
        "Distributed", "Glibc", "Musl", "Darwin", "Testing", "XCTest", "PackageDescription", "Hummingbird", "HTTPTypes",
        "Logging", "Metrics", "Tracing", "Atomics", "Collections", "Algorithms", "AsyncAlgorithms", "ServiceLifecycle",
        "NIO", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOSSL", "GRDB", "ArgumentParser", "SwiftSyntax", "SwiftParser",
    ]
}
