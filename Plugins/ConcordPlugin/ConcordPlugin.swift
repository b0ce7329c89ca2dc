import Foundation
import PackagePlugin

/// Generates the document and the reference page of a target's API from its declarations in each build.
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
