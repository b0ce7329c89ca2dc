import ConcordDiagnostics
import ConcordMapping

/// Writes the package of a new app: a manifest, an API without views, the file that starts it, and a test.
public struct NewPackage: Sendable {
    /// The name of the app, which is also the name of its package, module and folder.
    public var name: String
    /// The folder of the package.
    public var output: String
    /// The package's dependency on Concord.
    public var concord: PackageDependency
    /// The services that run the commands of the app as functions.
    public var hosts: [FunctionHost]

    /// Creates the command.
    ///
    /// - Parameters:
    ///   - name: The name of the app: a Swift identifier such as `Library`.
    ///   - output: The folder of the package. The default is a folder with the name of the app in the current folder.
    ///   - concord: The package's dependency on Concord.
    ///   - hosts: The services that run the commands of the app as functions.
    public init(
        name: String, output: String? = nil, concord: PackageDependency, hosts: [FunctionHost] = []
    ) {
        self.name = name
        self.output = output ?? name
        self.concord = concord
        self.hosts = hosts
    }

    /// Writes the files. If the name isn't a valid module name, or a file exists with other contents, nothing is
    /// written.
    public func run() -> Outcome {
        if let problem = nameProblem { return Outcome([problem]) }
        return Outcome(OutputFolder(output).write(files))
    }

    private var nameProblem: Diagnostic? {
        let identifier = SwiftName.type(name)
        guard name == identifier else {
            return Diagnostic(
                .error, "module-name", "'\(name)' is not a valid Swift module name", at: nil,
                help: "name the app '\(identifier)'")
        }
        guard PackageManifest.isReserved(name) else { return nil }
        return Diagnostic(
            .error, "module-name", "the name '\(name)' is already used by a module that Concord apps depend on",
            at: nil,
            help: "name the app '\(name)App'")
    }

    private var files: [OutputFile] {
        var manifest = PackageManifest(
            module: name, products: ["Concord", "ConcordServer", "ConcordSQLite"], concord: concord, output: output)
        manifest.hasTests = true
        return [
            manifest.file,
            OutputFile(path: ".gitignore", text: ".build\ndb.sqlite3*\n"),
            OutputFile(path: "Sources/\(name)/\(api).swift", text: apiSource),
            OutputFile(path: "Sources/\(name)/main.swift", text: "import ConcordServer\n\nawait \(api).main()\n"),
            OutputFile(path: "Tests/\(name)Tests/\(api)Tests.swift", text: testSource),
        ] + hosts.flatMap { $0.files(for: name) }
    }

    private var api: String { name.hasSuffix("API") ? name + "Server" : name + "API" }

    private var apiSource: String {
        """
        import Concord

        @API(title: "\(name)", version: "0.1.0")
        enum \(api) {
            static let views: [any View.Type] = []
        }

        """
    }

    private var testSource: String {
        """
        import ConcordTesting
        import Testing

        @testable import \(name)

        struct \(api)Tests {
            @Test func servesItsDocument() async throws {
                let client = TestClient(\(api).self)
                let document = try await client.get("/openapi.json")
                #expect(document.json["info"]?["title"] == "\(name)")
            }
        }

        """
    }
}
