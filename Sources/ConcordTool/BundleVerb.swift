import ArgumentParser
import ConcordCommands

struct BundleVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "Write an OpenAPI document of many files as one.")

    @Argument(help: "The OpenAPI document to begin with.")
    var document: String

    @Option(help: "Where the whole goes; - is standard output.")
    var output = "-"

    @OptionGroup var reporting: Reporting

    func run() throws {
        reporting.finish(Bundle(document: document, output: output).run())
    }
}
