import ArgumentParser
import ConcordCommands

struct ConvertVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Write a document in another version of OpenAPI. Swagger 2.0 is read, too.")

    @Argument(help: "The document; - is standard input.")
    var document: String

    @Option(name: .customLong("openapi"), help: "The version of OpenAPI to write: 3.0, 3.1 or 3.2.")
    var openAPI: String

    @Option(help: "Where the converted document goes; - is standard output.")
    var output = "-"

    @OptionGroup var reporting: Reporting

    func run() throws {
        reporting.finish(Convert(document: document, openAPI: openAPI, output: output).run())
    }
}
