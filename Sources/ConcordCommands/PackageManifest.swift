import ConcordSwiftPrinter

/// The `Package.swift` of an app: one executable target that uses Concord and its build plugin.
struct PackageManifest {
    /// The name of the package and of its target.
    var module: String
    /// The products of Concord that the target depends on.
    var products: [String]
    /// How the package refers to Concord.
    var concord: PackageDependency
    /// The folder that the package is written to.
    var output: String

    /// The manifest as a file of the package.
    var file: OutputFile { OutputFile(path: "Package.swift", text: text) }

    /// A Boolean value that indicates whether a module of the app can't have a name, because a module that it is built
    /// with has it.
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
                        plugins: [.plugin(name: "ConcordPlugin", package: \(package))])
                ],
                swiftLanguageModes: [.v6]
            )

            """
    }

    private static let otherModules: Set<String> = [
        "Swift", "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Observation", "RegexBuilder",
        "Distributed", "Glibc", "Musl", "Darwin", "Testing", "XCTest", "PackageDescription", "Hummingbird", "HTTPTypes",
        "Logging", "Metrics", "Tracing", "Atomics", "Collections", "Algorithms", "AsyncAlgorithms", "ServiceLifecycle",
        "NIO", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOSSL", "GRDB", "ArgumentParser", "SwiftSyntax", "SwiftParser",
    ]
}
