// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "Examples",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "concord", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Code first, in one file: the first example of the README.
        .executableTarget(
            name: "Todo",
            dependencies: [
                .product(name: "Concord", package: "concord"),
                .product(name: "ConcordServer", package: "concord"),
                .product(name: "ConcordSQLite", package: "concord"),
            ],
            plugins: [.plugin(name: "ConcordPlugin", package: "concord")]),
        .testTarget(
            name: "TodoTests",
            dependencies: ["Todo", .product(name: "ConcordTesting", package: "concord")]),

        // Code first: the plugin embeds the document that it generates from the declarations.
        .executableTarget(
            name: "WeatherInMemory",
            dependencies: [
                .product(name: "Concord", package: "concord"),
                .product(name: "ConcordServer", package: "concord"),
            ],
            plugins: [.plugin(name: "ConcordPlugin", package: "concord")]),
        .testTarget(
            name: "WeatherInMemoryTests",
            dependencies: ["WeatherInMemory", .product(name: "ConcordTesting", package: "concord")]),

        // Code first, with models, model serializers and generic views, from which the document is generated.
        .executableTarget(
            name: "Weather",
            dependencies: [
                .product(name: "Concord", package: "concord"),
                .product(name: "ConcordAdmin", package: "concord"),
                .product(name: "ConcordPostgreSQL", package: "concord"),
                .product(name: "ConcordServer", package: "concord"),
                .product(name: "ConcordSQLite", package: "concord"),
                .product(name: "ConcordUsers", package: "concord"),
            ],
            plugins: [.plugin(name: "ConcordPlugin", package: "concord")]),
        .testTarget(
            name: "WeatherTests",
            dependencies: [
                "Weather",
                .product(name: "ConcordAdmin", package: "concord"),
                .product(name: "ConcordTesting", package: "concord"),
                .product(name: "ConcordUsers", package: "concord"),
            ]),

        // Code first, with most of the vocabulary: models, view sets, filters, pages, permissions, unions and errors.
        .executableTarget(
            name: "Bazaar",
            dependencies: [
                .product(name: "Concord", package: "concord"),
                .product(name: "ConcordServer", package: "concord"),
                .product(name: "ConcordSQLite", package: "concord"),
            ],
            plugins: [.plugin(name: "ConcordPlugin", package: "concord")]),
        .testTarget(
            name: "BazaarTests",
            dependencies: ["Bazaar", .product(name: "ConcordTesting", package: "concord")]),

        // Code first, with the users, sessions and tokens of ConcordUsers: the app of Documentation/Users.md.
        .executableTarget(
            name: "Diary",
            dependencies: [
                .product(name: "Concord", package: "concord"),
                .product(name: "ConcordAdmin", package: "concord"),
                .product(name: "ConcordServer", package: "concord"),
                .product(name: "ConcordSQLite", package: "concord"),
                .product(name: "ConcordUsers", package: "concord"),
            ],
            plugins: [.plugin(name: "ConcordPlugin", package: "concord")]),
        .testTarget(
            name: "DiaryTests",
            dependencies: [
                "Diary",
                .product(name: "ConcordAdmin", package: "concord"),
                .product(name: "ConcordTesting", package: "concord"),
                .product(name: "ConcordUsers", package: "concord"),
            ]),

        // Code first, with users, dependencies, middleware, a service and a command: the app of Documentation/Service.md.
        .executableTarget(
            name: "Notes",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Concord", package: "concord"),
                .product(name: "ConcordServer", package: "concord"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            plugins: [.plugin(name: "ConcordPlugin", package: "concord")]),
        .testTarget(
            name: "NotesTests",
            dependencies: [
                "Notes",
                .product(name: "ConcordTesting", package: "concord"),
                .product(name: "Hummingbird", package: "hummingbird"),
            ]),

        // Spec first: the plugin generates serializers and a protocol from openapi.yaml. No macros are involved.
        .executableTarget(
            name: "Bookshelf",
            dependencies: [
                .product(name: "ConcordCore", package: "concord"),
                .product(name: "ConcordServer", package: "concord"),
            ],
            plugins: [.plugin(name: "ConcordSpecPlugin", package: "concord")]),
        .testTarget(
            name: "BookshelfTests",
            dependencies: ["Bookshelf", .product(name: "ConcordTesting", package: "concord")]),

        // Spec first: the OpenAPI Initiative's Petstore, which schemathesis tests in `make conformance`.
        .executableTarget(
            name: "Petstore",
            dependencies: [
                .product(name: "ConcordCore", package: "concord"),
                .product(name: "ConcordServer", package: "concord"),
            ],
            plugins: [.plugin(name: "ConcordSpecPlugin", package: "concord")]),
        .testTarget(
            name: "PetstoreTests",
            dependencies: ["Petstore", .product(name: "ConcordTesting", package: "concord")]),
    ],
    swiftLanguageModes: [.v6]
)
