import Foundation
import Testing

@testable import ConcordCommands

/// The folders that are read by default.
struct PackageTargetsTests {
    @Test func areThoseOfTheManifest() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            // swift-tools-version: 6.1
            import PackageDescription

            let package = Package(
                name: "app",
                targets: [
                    .target(name: "Models", path: "Domain"),
                    .executableTarget(name: "App", dependencies: ["Models"]),
                    .testTarget(name: "AppTests", dependencies: ["App"]),
                    .plugin(name: "Tool", capability: .buildTool()),
                ])
            """, to: "Package.swift")
        try FileManager.default.createDirectory(
            atPath: folder.path + "/Sources/App", withIntermediateDirectories: true)
        #expect(PackageTargets(ofPackageAt: folder.path).folders == ["Domain", "Sources/App"])
    }

    @Test func areNoneWhereTheManifestComputesThem() throws {
        let folder = try TemporaryFolder()
        try folder.write("let package = Package(name: \"app\", targets: targets())", to: "Package.swift")
        #expect(PackageTargets(ofPackageAt: folder.path).folders == [])
    }
}
