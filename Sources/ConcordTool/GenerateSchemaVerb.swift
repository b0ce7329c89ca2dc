import ArgumentParser
import ConcordCommands

/// The options that determine the code that a document is generated from, and the values that replace those in the
/// code.
struct GenerationOptions: ParsableArguments {
    @Option(name: .customLong("openapi"), help: "The version of OpenAPI to write: 3.0, 3.1 or 3.2.")
    var openAPI: String?

    @Option(name: .customLong("api"), help: "The @API to generate the document of, where there are several.")
    var api: String?

    @Option(help: "The title, instead of the code's.")
    var title: String?

    @Option(help: "The API's version, instead of the code's.")
    var apiVersion: String?

    @Option(help: "The description, instead of the code's.")
    var description: String?

    @Option(help: "The URL of the only server, instead of the code's servers.")
    var url: String?

    @Option(
        name: [.customShort("D"), .customLong("define")],
        help: "A condition that #if finds true, as with swiftc's -D; may be given several times.")
    var define: [String] = []

    @Flag(help: "Exit with 1, and write nothing, where there is a warning.")
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

    @Argument(help: "Folders and files of Swift. (default: the targets of the nearest package)")
    var sources: [String] = []

    @Option(help: "Where the document goes; - is standard output.")
    var file = "-"

    @Option(help: "The folder that gets the document in several files: one for each path item and component.")
    var split: String?

    @Option(name: .customLong("by"), help: "What has a file with --split: path or tag. (default: path)")
    var grouping: SplitGrouping?

    @Option(help: "yaml or json. (default: what the file's name says)")
    var format: DocumentFormat?

    @Option(help: "Write nothing; exit with 1 and the differences if this document says something else.")
    var check: String?

    @OptionGroup var generation: GenerationOptions
    @OptionGroup var reporting: Reporting

    func validate() throws {
        if split != nil, file != "-" {
            throw ValidationError("--split writes several files, and --file one; choose one")
        }
        if grouping != nil, split == nil {
            throw ValidationError("--by says what has a file; name the folder of the files with --split")
        }
        if split != nil, check != nil {
            throw ValidationError("--check writes nothing; leave --split out, and name the folder's root file")
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
