import Foundation
import PackagePlugin

/// Generates the serializers and the protocols of operations for a target's `openapi.yaml` in each build.
///
/// The file `concord.yaml` beside the document can set the API's name and require every operation to be implemented.
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
        let settings = module.sourceFiles.first { $0.url.lastPathComponent == "concord.yaml" }?.url
        return [
            .buildCommand(
                displayName: "Generating the API of \(target.name) from \(document.lastPathComponent)",
                executable: try context.tool(named: "ConcordSpecTool").url,
                arguments: [document.path, "--output", output.path, "--target", target.name]
                    + (settings.map { ["--settings", $0.path] } ?? []),
                inputFiles: [document] + (settings.map { [$0] } ?? []),
                outputFiles: [output])
        ]
    }
}
