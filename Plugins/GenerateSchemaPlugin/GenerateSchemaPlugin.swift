import Foundation
import PackagePlugin

/// `swift package generateschema`: `concord generateschema`, run in the package's folder.
@main
struct GenerateSchemaPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let tool = Process()
        tool.executableURL = try context.tool(named: "ConcordTool").url
        tool.arguments = ["generateschema"] + arguments
        try tool.run()
        tool.waitUntilExit()
        if tool.terminationStatus != 0 { exit(tool.terminationStatus) }
    }
}
