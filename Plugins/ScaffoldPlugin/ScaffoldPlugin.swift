import Foundation
import PackagePlugin

/// The command `swift package scaffold`, which runs `concord scaffold` in the current folder.
///
/// Options after `--` are passed to the tool even if SwiftPM has an option with the same name, such as `--package`.
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
