import Foundation
import PackagePlugin

/// `swift package scaffold`: `concord scaffold`, run in the folder in which SwiftPM is.
///
/// Behind `--` options reach the tool that SwiftPM would take for its own, `--package` for one.
@main
struct ScaffoldPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let tool = Process()
        tool.executableURL = try context.tool(named: "ConcordTool").url
        tool.arguments = ["scaffold"] + arguments.drop { $0 == "--" }
        try tool.run()
        tool.waitUntilExit()
        if tool.terminationStatus != 0 { exit(tool.terminationStatus) }
    }
}
