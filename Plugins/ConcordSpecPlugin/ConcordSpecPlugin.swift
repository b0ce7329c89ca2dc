import Foundation
import PackagePlugin

/// Generates the serializers and the protocols of operations for a target's `openapi.yaml` in each build.
///
/// The file `concord.yaml` beside the document can set the API's name and require every operation to be implemented.
@main
struct ConcordSpecPlugin: BuildToolPlugin {
    /// The files that the tool writes. Their number is fixed, because the build declares them before it reads the
    /// document. The tool writes the API into the first one, the document into the second one and the types into the
    /// others.
    private static let files = ["OpenAPI.swift", "OpenAPIDocument.swift"] + (1...8).map { "OpenAPITypes\($0).swift" }

    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let module = target as? any SourceModuleTarget else { return [] }
        let names = ["openapi.yaml", "openapi.yml", "openapi.json"]
        guard let document = module.sourceFiles.first(where: { names.contains($0.url.lastPathComponent) })?.url else {
            Diagnostics.error("\(target.name) has no openapi.yaml to generate from")
            return []
        }
        let outputs = Self.files.map { context.pluginWorkDirectoryURL.appending(path: $0) }
        let settings = module.sourceFiles.first { $0.url.lastPathComponent == "concord.yaml" }?.url
        return [
            .buildCommand(
                displayName: "Generating the API of \(target.name) from \(document.lastPathComponent)",
                executable: try context.tool(named: "ConcordSpecTool").url,
                arguments: [document.path, "--output"] + outputs.map(\.path) + ["--target", target.name]
                    + (settings.map { ["--settings", $0.path] } ?? []),
                inputFiles: [document] + (settings.map { [$0] } ?? []),
                outputFiles: outputs)
        ]
    }
}
