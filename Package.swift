// swift-tools-version: 6.1
import CompilerPluginSupport
import PackageDescription

let swiftSyntax = "swift-syntax"

let package = Package(
    name: "concord",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Concord", targets: ["Concord"]),
        .library(name: "ConcordCore", targets: ["ConcordCore"]),
        .library(name: "ConcordServer", targets: ["ConcordServer"]),
        .library(name: "ConcordSQLite", targets: ["ConcordSQLite"]),
        .library(name: "ConcordPostgreSQL", targets: ["ConcordPostgreSQL"]),
        .library(name: "ConcordUsers", targets: ["ConcordUsers"]),
        .library(name: "ConcordAdmin", targets: ["ConcordAdmin"]),
        .library(name: "ConcordForms", targets: ["ConcordForms"]),
        .library(name: "ConcordJWT", targets: ["ConcordJWT"]),
        .library(name: "ConcordTLS", targets: ["ConcordTLS"]),
        .library(name: "ConcordTesting", targets: ["ConcordTesting"]),
        .library(name: "ConcordOpenAPI", targets: ["ConcordOpenAPI", "ConcordYAML", "ConcordDiagnostics"]),
        .executable(name: "concord", targets: ["ConcordTool"]),
        .executable(name: "concord-spec", targets: ["ConcordSpecTool"]),
        // Plugins refer to a tool by its target.
        .executable(name: "ConcordTool", targets: ["ConcordTool"]),
        .executable(name: "ConcordSpecTool", targets: ["ConcordSpecTool"]),
        .plugin(name: "ConcordPlugin", targets: ["ConcordPlugin"]),
        .plugin(name: "ConcordSpecPlugin", targets: ["ConcordSpecPlugin"]),
        .plugin(name: "GenerateSchemaPlugin", targets: ["GenerateSchemaPlugin"]),
        .plugin(name: "ScaffoldPlugin", targets: ["ScaffoldPlugin"]),
        .plugin(name: "DocsPlugin", targets: ["DocsPlugin"]),
    ],
    dependencies: [
        .package(url: "https://github.com/swiftlang/swift-syntax", "600.0.0"..<"604.0.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-service-context", from: "1.5.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // OpenAPI documents.
        .systemLibrary(
            name: "CConcordYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .target(name: "ConcordDiagnostics"),
        // The text of numbers, and arithmetic with numbers of any length.
        .target(name: "ConcordNumbers"),
        // Hash functions.
        .target(name: "ConcordHashes"),
        .target(name: "ConcordYAML", dependencies: ["CConcordYAML", "ConcordDiagnostics", "ConcordNumbers"]),
        .target(name: "ConcordPatterns"),
        .target(name: "ConcordFormats", dependencies: ["ConcordPatterns"]),
        .target(
            name: "ConcordOpenAPI",
            dependencies: ["ConcordYAML", "ConcordDiagnostics", "ConcordPatterns", "ConcordFormats"]),

        // The declarations.
        .target(name: "ConcordOutline", dependencies: ["ConcordDiagnostics"]),
        .target(name: "ConcordNames"),
        // Dates, times and durations as text.
        .target(name: "ConcordTimes"),
        // Tables as values: what migrations add up to, and how they change.
        .target(
            name: "ConcordMigrations",
            dependencies: ["ConcordHashes", "ConcordNames", "ConcordNumbers", "ConcordTimes"]),
        .target(name: "ConcordDeclarations", dependencies: ["ConcordOutline", "ConcordDiagnostics", "ConcordNames"]),
        .target(
            name: "ConcordSwiftReader",
            dependencies: [
                "ConcordOutline", "ConcordDiagnostics",
                .product(name: "SwiftSyntax", package: swiftSyntax),
                .product(name: "SwiftParser", package: swiftSyntax),
                .product(name: "SwiftParserDiagnostics", package: swiftSyntax),
                .product(name: "SwiftDiagnostics", package: swiftSyntax),
            ]),
        .target(name: "ConcordSwiftPrinter", dependencies: ["ConcordNames", "ConcordOutline"]),
        .target(name: "ConcordMapping", dependencies: ["ConcordDeclarations", "ConcordNames", "ConcordOpenAPI"]),
        .target(
            name: "ConcordExpansion",
            dependencies: ["ConcordDeclarations", "ConcordFormats", "ConcordNames", "ConcordSwiftPrinter"]),

        // The macros.
        .target(
            name: "ConcordMacroSupport",
            dependencies: [
                "ConcordSwiftReader", "ConcordDeclarations", "ConcordExpansion",
                .product(name: "SwiftSyntaxMacros", package: swiftSyntax),
            ]),
        .macro(
            name: "ConcordMacros",
            dependencies: [
                "ConcordMacroSupport",
                .product(name: "SwiftCompilerPlugin", package: swiftSyntax),
            ]),

        // The tool.
        .target(
            name: "ConcordMerging", dependencies: ["ConcordOutline", "ConcordSwiftReader", "ConcordSwiftPrinter"]),
        .systemLibrary(
            name: "CConcordMarkdown", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"]), .brew(["md4c"])]),
        .target(
            name: "ConcordSite",
            dependencies: ["ConcordHashes", "ConcordNames", "ConcordOpenAPI", "ConcordPatterns", "CConcordMarkdown"],
            // In the code, because a plugin's tool and a static executable have no bundle at run time.
            resources: [
                .embedInCode("Assets/site.css"), .embedInCode("Assets/site.js"), .embedInCode("Assets/search.js"),
                .embedInCode("Assets/body.js"), .embedInCode("Assets/console.js"), .embedInCode("Assets/watch.js"),
            ]),
        .target(
            name: "ConcordCommands",
            dependencies: [
                "ConcordDiagnostics", "ConcordOutline", "ConcordDeclarations", "ConcordOpenAPI", "ConcordMapping",
                "ConcordMigrations", "ConcordNames", "ConcordNumbers", "ConcordSwiftReader", "ConcordSwiftPrinter",
                "ConcordMerging", "ConcordSite", "ConcordTimes", "ConcordYAML",
            ]),
        .executableTarget(
            name: "ConcordTool",
            dependencies: [
                "ConcordCommands",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "ConcordCorpus", dependencies: ["ConcordMapping", "ConcordSwiftPrinter", "ConcordSwiftReader"]),
        .executableTarget(
            name: "ConcordSpecTool",
            dependencies: ["ConcordMapping", "ConcordExpansion", "ConcordSwiftPrinter", "ConcordSite"]),

        // The SwiftPM plugins.
        .plugin(name: "ConcordPlugin", capability: .buildTool(), dependencies: ["ConcordTool"]),
        .plugin(name: "ConcordSpecPlugin", capability: .buildTool(), dependencies: ["ConcordSpecTool"]),
        .plugin(
            name: "GenerateSchemaPlugin",
            capability: .command(
                intent: .custom(
                    verb: "generateschema", description: "Write the OpenAPI document of Swift declarations."),
                permissions: [.writeToPackageDirectory(reason: "It writes the document.")]),
            dependencies: ["ConcordTool"]),
        .plugin(
            name: "ScaffoldPlugin",
            capability: .command(
                intent: .custom(
                    verb: "scaffold", description: "Write models, serializers and views from an OpenAPI document."),
                permissions: [.writeToPackageDirectory(reason: "It writes the Swift files.")]),
            dependencies: ["ConcordTool"]),
        .plugin(
            name: "DocsPlugin",
            capability: .command(
                intent: .custom(
                    verb: "concord-docs", description: "Publish an OpenAPI document as a reference site."),
                permissions: [.writeToPackageDirectory(reason: "It writes the site.")]),
            dependencies: ["ConcordTool"]),

        // The run time.
        .target(
            name: "ConcordCore",
            dependencies: [
                "ConcordHashes", "ConcordNames", "ConcordNumbers", "ConcordPatterns", "ConcordFormats", "ConcordTimes",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceContextModule", package: "swift-service-context"),
            ]),
        .target(
            name: "ConcordDatabase",
            dependencies: ["ConcordCore", "ConcordHashes", "ConcordMigrations", "ConcordNames"]),
        .target(
            name: "ConcordSQLite",
            dependencies: [
                "ConcordDatabase",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .systemLibrary(
            name: "CConcordPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .target(name: "ConcordPostgreSQL", dependencies: ["CConcordPostgreSQL", "ConcordDatabase"]),
        .target(name: "Concord", dependencies: ["ConcordDatabase", "ConcordMacros"]),
        // Compressed content.
        .systemLibrary(
            name: "CConcordZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .target(
            name: "ConcordServer",
            dependencies: [
                "ConcordCore", "ConcordDatabase", "ConcordOpenAPI", "CConcordZlib",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(
            name: "ConcordTLS",
            dependencies: [
                "ConcordCore", "ConcordServer",
                .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        .target(
            name: "ConcordUsers",
            dependencies: [
                "Concord", "ConcordHashes", "ConcordServer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .target(
            name: "ConcordForms",
            dependencies: [
                "ConcordCore", "ConcordDatabase", "ConcordNames",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("Templates/form.mustache"), .embedInCode("Templates/field.mustache")]),
        .target(
            name: "ConcordAdmin",
            dependencies: ["Concord", "ConcordForms", "ConcordHashes", "ConcordServer", "ConcordUsers"],
            resources: [
                .embedInCode("Assets/admin.css"), .embedInCode("Assets/admin.js"),
                .embedInCode("Templates/base.mustache"), .embedInCode("Templates/layout.mustache"),
                .embedInCode("Templates/login.mustache"),
                .embedInCode("Templates/index.mustache"), .embedInCode("Templates/list.mustache"),
                .embedInCode("Templates/change.mustache"), .embedInCode("Templates/delete.mustache"),
                .embedInCode("Templates/inline-row.mustache"),
                .embedInCode("Templates/history.mustache"), .embedInCode("Templates/password.mustache"),
                .embedInCode("Templates/error.mustache"),
            ]),
        .target(
            name: "ConcordJWT",
            dependencies: [
                "Concord",
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .target(
            name: "ConcordTesting",
            dependencies: [
                "ConcordDatabase", "ConcordOpenAPI", "ConcordServer",
                .product(name: "Hummingbird", package: "hummingbird"),
            ]),

        // Golden files for the tests of all modules.
        .target(name: "ConcordGoldens", path: "Tests/ConcordGoldens"),

        // Random insertions into documents, for the tests of stable names.
        .target(
            name: "ConcordInsertions", dependencies: ["ConcordDeclarations", "ConcordSwiftPrinter", "ConcordYAML"],
            path: "Tests/ConcordInsertions"),

        .testTarget(name: "ConcordPatternsTests", dependencies: ["ConcordPatterns"]),
        .testTarget(name: "ConcordYAMLTests", dependencies: ["ConcordYAML", "ConcordDiagnostics"]),
        .testTarget(
            name: "ConcordOpenAPITests",
            dependencies: ["ConcordGoldens", "ConcordOpenAPI", "ConcordYAML", "ConcordDiagnostics"],
            exclude: ["Fixtures"]),
        // The laws that `make fuzz` tests.
        .target(
            name: "ConcordFuzzing",
            dependencies: ["ConcordCore", "ConcordOpenAPI", "ConcordYAML", "ConcordDiagnostics"],
            path: "Fuzzing/Laws"),
        .testTarget(name: "ConcordFuzzingTests", dependencies: ["ConcordGoldens", "ConcordFuzzing"]),
        // The tests of reading and printing Swift code.
        .target(name: "ConcordOutlineSamples", dependencies: ["ConcordOutline"], path: "Tests/ConcordOutlineSamples"),
        .testTarget(
            name: "ConcordSwiftPrinterTests", dependencies: ["ConcordSwiftPrinter", "ConcordOutlineSamples"]),
        // The tests of the tool.
        .testTarget(
            name: "ConcordMappingTests",
            dependencies: [
                "ConcordGoldens", "ConcordInsertions", "ConcordMapping", "ConcordSwiftPrinter", "ConcordSwiftReader",
            ],
            exclude: ["Fixtures", "GenericViews", "Negative", "Resources", "Weather"]),
        // The browser for the tests of pages.
        .target(name: "ConcordBrowser", path: "Tests/ConcordBrowser"),
        .testTarget(
            name: "ConcordSiteTests",
            dependencies: [
                "ConcordBrowser", "ConcordGoldens", "ConcordSite", "ConcordOpenAPI", "ConcordYAML", "ConcordCore",
                "ConcordCommands", "ConcordServer", "ConcordTool",
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Fixtures"]),
        .testTarget(name: "ConcordToolTests", dependencies: ["ConcordTool"]),
        .testTarget(
            name: "ConcordSpecToolTests",
            dependencies: ["ConcordGoldens", "ConcordSpecTool", "ConcordOpenAPI", "ConcordYAML"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "ConcordCommandsTests",
            dependencies: [
                "ConcordGoldens", "ConcordInsertions", "ConcordCommands", "ConcordDeclarations", "ConcordOpenAPI",
                "ConcordSwiftReader", "ConcordYAML", "ConcordDiagnostics",
            ],
            exclude: ["BadInput", "BadSwift", "DRFParity", "Faulty", "MergedNames", "Merging", "Split"]),
        .testTarget(
            name: "ConcordSwiftReaderTests",
            dependencies: [
                "ConcordGoldens", "ConcordSwiftReader", "ConcordSwiftPrinter", "ConcordOutline",
                "ConcordOutlineSamples",
                "ConcordDiagnostics",
            ],
            exclude: ["Fixtures"]),

        // The tests of the run time.
        .testTarget(name: "ConcordCoreTests", dependencies: ["ConcordHashes", "ConcordCore", "ConcordTesting"]),
        .testTarget(
            name: "ConcordServerTests",
            dependencies: [
                "ConcordServer", "ConcordTesting", "ConcordTLS",
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        // The app whose commands the tests run.
        .executableTarget(
            name: "Shop",
            dependencies: [
                "Concord", "ConcordServer", "ConcordSQLite", "ConcordPostgreSQL",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Shop"),
        // The PostgreSQL server that the tests of models and users start.
        .target(
            name: "ConcordTestDatabases", dependencies: ["Concord", "ConcordPostgreSQL"],
            path: "Tests/ConcordTestDatabases"),
        // The tests of models and queries with real databases.
        .testTarget(
            name: "ConcordDatabaseTests",
            dependencies: [
                "Concord", "ConcordCommands", "ConcordDatabase", "ConcordDiagnostics", "ConcordSQLite",
                "ConcordPostgreSQL", "ConcordTestDatabases", "ConcordServer", "ConcordTesting", "ConcordGoldens",
                "Shop",
            ],
            exclude: ["Commands/Inspected", "Commands/Squashed.txt", "DRFRequests"]),
        // The tests of users, over a real database and a real socket.
        .testTarget(
            name: "ConcordUsersTests",
            dependencies: [
                "ConcordUsers", "ConcordJWT", "Concord", "ConcordSQLite", "ConcordPostgreSQL",
                "ConcordTestDatabases", "ConcordServer",
                "ConcordTesting", "ConcordCommands", "ConcordGoldens", "ConcordOpenAPI", "ConcordYAML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Fixtures/openapi.yaml"]),
        // The tests of forms and of the admin, over real databases, HTTP and a browser.
        .testTarget(
            name: "ConcordFormsTests",
            dependencies: [
                "ConcordForms", "Concord", "ConcordSQLite", "ConcordPostgreSQL", "ConcordTestDatabases",
                "ConcordServer", "ConcordTesting",
            ]),
        .testTarget(
            name: "ConcordAdminTests",
            dependencies: [
                "ConcordAdmin", "ConcordBrowser", "ConcordForms", "ConcordUsers", "Concord", "ConcordSQLite",
                "ConcordPostgreSQL", "ConcordTestDatabases", "ConcordServer", "ConcordTesting",
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Templates"]),
        // The tests of the macros, which run their expansions.
        .testTarget(
            name: "ConcordTests",
            dependencies: [
                "Concord", "ConcordTesting", "ConcordMapping", "ConcordSwiftReader", "ConcordOpenAPI", "ConcordGoldens",
            ],
            exclude: ["Fixtures/ImportedNames.txt"]),
        .testTarget(
            name: "ConcordExpansionTests", dependencies: ["ConcordGoldens", "ConcordExpansion", "ConcordSwiftReader"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "ConcordMacroSupportTests",
            dependencies: [
                "ConcordMacroSupport",
                .product(name: "SwiftSyntaxMacroExpansion", package: swiftSyntax),
            ],
            exclude: ["Fixtures"]),
    ],
    swiftLanguageModes: [.v6]
)
