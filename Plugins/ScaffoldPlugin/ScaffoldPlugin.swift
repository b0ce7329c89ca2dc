import Foundation
import PackagePlugin

/// `swift package scaffold`: `concord scaffold`, run in the package's folder.
@main
struct ScaffoldPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let tool = Process()
        tool.executableURL = try context.tool(named: "ConcordTool").url
        tool.arguments = ["scaffold"] + arguments
        try tool.run()
        tool.waitUntilExit()
        if tool.terminationStatus != 0 { exit(tool.terminationStatus) }
    }
}
