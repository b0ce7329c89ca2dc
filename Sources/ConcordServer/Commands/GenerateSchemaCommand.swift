import ArgumentParser
import ConcordCore
import Foundation

/// `generateschema`: writes the OpenAPI document that the app serves.
struct GenerateSchemaCommand: ParsableCommand, DocumentCommand {
    static let configuration = CommandConfiguration(
        commandName: "generateschema", abstract: "Write the OpenAPI document of the API.")

    /// A format of the document.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case yaml, json
    }

    @Option(help: "The format of the document.")
    var format = Format.yaml

    @Option(help: "The output file. (default: standard output)", completion: .file())
    var file: String?

    func run() throws {
        guard let document = AppCommand.App.current?.api.document else {
            throw ValidationError("The app embeds no document. Add ConcordPlugin or ConcordSpecPlugin to its target.")
        }
        let text = format == .yaml ? document.yaml : document.json
        guard let file else { return print(text, terminator: text.hasSuffix("\n") ? "" : "\n") }
        let url = URL(filePath: file)
        try Data(text.utf8).write(to: url, options: url.isDevice ? [] : .atomic)
    }
}
