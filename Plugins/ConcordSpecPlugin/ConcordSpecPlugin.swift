import Foundation
import PackagePlugin

/// Gives a target the serializers of its `openapi.yaml` and a protocol of its operations at each build.
@main
struct ConcordSpecPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let module = target as? any SourceModuleTarget else { return [] }
        let names = ["openapi.yaml", "openapi.yml", "openapi.json"]
        guard let document = module.sourceFiles.first(where: { names.contains($0.url.lastPathComponent) })?.url else {
            Diagnostics.error("\(target.name) has no openapi.yaml to generate from")
            return []
        }
        let output = context.pluginWorkDirectoryURL.appending(path: "OpenAPI.swift")
        return [
            .buildCommand(
                displayName: "Generating the API of \(target.name) from \(document.lastPathComponent)",
                executable: try context.tool(named: "ConcordSpecTool").url,
                arguments: [document.path, "--output", output.path],
                inputFiles: [document],
                outputFiles: [output])
        ]
    }
}
