import Foundation
import PackagePlugin

/// The command `swift package generateschema`, which runs `concord generateschema` in the current folder.
///
/// Options after `--` are passed to the tool even if SwiftPM has an option with the same name, such as `--package`.
@main
struct GenerateSchemaPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let tool = Process()
        tool.executableURL = try context.tool(named: "ConcordTool").url
        tool.arguments = ["generateschema"] + arguments.drop { $0 == "--" }
        try tool.run()
        tool.waitUntilExit()
        if tool.terminationStatus != 0 { exit(tool.terminationStatus) }
    }
}
