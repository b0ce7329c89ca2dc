// swift-tools-version: 6.1
import PackageDescription

// Measurements of Concord's parts in comparison with lower bounds. `Documentation/Performance.md` has the results.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "concord", path: ".."),
        .package(url: "https://github.com/swiftlang/swift-syntax", "600.0.0"..<"604.0.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    ],
    targets: [
        .target(name: "LibYAMLFloor", linkerSettings: [.linkedLibrary("yaml")]),
        .executableTarget(
            name: "DocumentBenchmark",
            dependencies: ["LibYAMLFloor", .product(name: "ConcordOpenAPI", package: "concord")]),
        .systemLibrary(name: "CLibPQFloor", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .executableTarget(
            name: "DatabaseBenchmark",
            dependencies: [
                "CLibPQFloor", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "ConcordCore", package: "concord"),
                .product(name: "ConcordSQLite", package: "concord"),
                .product(name: "ConcordPostgreSQL", package: "concord"),
            ]),
        .executableTarget(
            name: "AdminBenchmark",
            dependencies: [
                .product(name: "Concord", package: "concord"),
                .product(name: "ConcordAdmin", package: "concord"),
                .product(name: "ConcordServer", package: "concord"),
                .product(name: "ConcordSQLite", package: "concord"),
                .product(name: "ConcordPostgreSQL", package: "concord"),
                .product(name: "ConcordUsers", package: "concord"),
            ]),
        .executableTarget(
            name: "ServerBenchmark",
            dependencies: [
                .product(name: "ConcordCore", package: "concord"),
                .product(name: "ConcordServer", package: "concord"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ]),
        .executableTarget(
            name: "SwiftParserFloor",
            dependencies: [
                .product(name: "SwiftParser", package: "swift-syntax"),
                .product(name: "SwiftSyntax", package: "swift-syntax"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
