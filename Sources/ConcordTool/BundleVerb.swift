import ArgumentParser
import ConcordCommands

struct BundleVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract: "Combine an OpenAPI document with several files into one file.")

    @Argument(help: "The root file of the OpenAPI document.")
    var document: String

    @Option(help: "The output file; - is standard output.")
    var output = "-"

    @OptionGroup var reporting: Reporting

    func run() throws {
        reporting.finish(Bundle(document: document, output: output).run())
    }
}
