// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "HardNames",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "concord", path: "../..")
    ],
    targets: [
        .executableTarget(
            name: "HardNames",
            dependencies: [
                .product(name: "Concord", package: "concord"),
                .product(name: "ConcordServer", package: "concord"),
            ],
            plugins: [.plugin(name: "ConcordPlugin", package: "concord")])
    ],
    swiftLanguageModes: [.v6]
)
