import ArgumentParser
import ConcordCommands

/// The options that determine the code that a document is generated from, and the values that replace those in the
/// code.
struct GenerationOptions: ParsableArguments {
    @Option(name: .customLong("openapi"), help: "The version of OpenAPI to write: 3.0, 3.1 or 3.2.")
    var openAPI: String?

    @Option(name: .customLong("api"), help: "The @API to generate a document for, if the sources declare several.")
    var api: String?

    @Option(help: "The title, in place of the one in the code.")
    var title: String?

    @Option(help: "The version of the API, in place of the one in the code.")
    var apiVersion: String?

    @Option(help: "The description, in place of the one in the code.")
    var description: String?

    @Option(help: "The URL of the server, in place of the servers in the code.")
    var url: String?

    @Option(
        name: [.customShort("D"), .customLong("define")],
        help: "A condition that is true in '#if', as with the option -D of swiftc. Repeatable.")
    var define: [String] = []

    @Flag(help: "Treat warnings as errors: write nothing and exit with 1.")
    var failOnWarn = false

    func command(_ sources: [String], file: String = "-", format: DocumentFormat? = nil) -> GenerateSchema {
        GenerateSchema(
            sources: sources, file: file, format: format, openAPI: openAPI, api: api,
            overrides: .init(title: title, version: apiVersion, description: description, url: url),
            flags: Set(define), failsOnWarning: failOnWarn)
    }
}

struct GenerateSchemaVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generateschema",
        abstract: "Write the OpenAPI document of Swift declarations.")

    @Argument(help: "Swift files and folders with Swift files. (default: the targets of the nearest package)")
    var sources: [String] = []

    @Option(help: "The output file; - is standard output.")
    var file = "-"

    @Option(help: "The output folder for a split document, with one file for each path item and component.")
    var split: String?

    @Option(name: .customLong("by"), help: "What gets a file of its own with --split: path or tag. (default: path)")
    var grouping: SplitGrouping?

    @Option(help: "The format: yaml or json. (default: by the extension of the file)")
    var format: DocumentFormat?

    @Option(help: "Write nothing. Report the differences from this document, and exit with 1 if there are any.")
    var check: String?

    @OptionGroup var generation: GenerationOptions
    @OptionGroup var reporting: Reporting

    func validate() throws {
        if split != nil, file != "-" {
            throw ValidationError("use either --split or --file, not both")
        }
        if grouping != nil, split == nil {
            throw ValidationError("--by requires --split")
        }
        if split != nil, check != nil {
            throw ValidationError("--check can't be combined with --split; pass the root file of the split document")
        }
    }

    func run() throws {
        var command = generation.command(sources, file: file, format: format)
        command.splitFolder = split
        command.splitGrouping = grouping ?? .path
        reporting.finish(check.map { Check(code: command, document: $0).run() } ?? command.run())
    }
}

extension DocumentFormat: ExpressibleByArgument {}

extension SplitGrouping: ExpressibleByArgument {}
