import ArgumentParser
import ConcordCommands

struct ConvertVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Convert a document to another version of OpenAPI. The input can be Swagger 2.0.")

    @Argument(help: "The document; - is standard input.")
    var document: String

    @Option(name: .customLong("openapi"), help: "The version of OpenAPI to write: 3.0, 3.1 or 3.2.")
    var openAPI: String

    @Option(help: "The output file; - is standard output.")
    var output = "-"

    @OptionGroup var reporting: Reporting

    func run() throws {
        reporting.finish(Convert(document: document, openAPI: openAPI, output: output).run())
    }
}
