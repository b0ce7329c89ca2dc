import Foundation
import PackagePlugin

/// Gives a target's API its own document and page at each build, from the target's declarations.
@main
struct ConcordPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let module = target as? any SourceModuleTarget else { return [] }
        let sources = module.sourceFiles(withSuffix: "swift").map(\.url)
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedDocument.swift")
        return [
            .buildCommand(
                displayName: "Embedding the OpenAPI document of \(target.name)",
                executable: try context.tool(named: "ConcordTool").url,
                arguments: ["embed"] + sources.map(\.path) + ["--output", output.path],
                inputFiles: sources,
                outputFiles: [output])
        ]
    }
}
