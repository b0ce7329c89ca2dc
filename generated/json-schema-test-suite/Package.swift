// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "JSONSchemaTestSuite",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "concord", path: "../..")
    ],
    targets: [
        .executableTarget(
            name: "JSONSchemaTestSuite",
            dependencies: [
                .product(name: "Concord", package: "concord"),
                .product(name: "ConcordServer", package: "concord"),
            ],
            plugins: [.plugin(name: "ConcordPlugin", package: "concord")])
    ],
    swiftLanguageModes: [.v6]
)
