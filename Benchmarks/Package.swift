// swift-tools-version: 6.1
import PackageDescription

// How fast documents are read. `Benchmarks/run` builds and runs it; `Documentation/Performance.md` has the figures.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "concord", path: "..")],
    targets: [
        .target(name: "LibYAMLFloor", linkerSettings: [.linkedLibrary("yaml")]),
        .executableTarget(
            name: "DocumentBenchmark",
            dependencies: ["LibYAMLFloor", .product(name: "ConcordOpenAPI", package: "concord")]),
    ],
    swiftLanguageModes: [.v6]
)
