import Foundation
import PackagePlugin

/// The command `swift package concord-docs`, which runs `concord docs` in the current folder.
///
/// Without a document, it first generates the document of the package's own declarations. Options after `--` are
/// passed to the tool even if SwiftPM has an option with the same name.
@main
struct DocsPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let tool = try context.tool(named: "ConcordTool").url
        var arguments = Array(arguments.drop { $0 == "--" })
        if arguments.first.map({ $0.hasPrefix("--") && !["--help", "--print-texts"].contains($0) }) ?? true {
            let document = context.pluginWorkDirectoryURL.appending(path: "openapi.yaml").path
            try run(tool, ["generateschema", "--file", document], in: context.package.directoryURL)
            arguments.insert(document, at: 0)
        }
        try run(tool, ["docs"] + arguments)
    }

    /// Runs the tool, and ends with its exit status if it fails.
    private func run(_ tool: URL, _ arguments: [String], in folder: URL? = nil) throws {
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { exit(process.terminationStatus) }
    }
}
