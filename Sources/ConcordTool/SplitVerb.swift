import ArgumentParser
import ConcordCommands

struct SplitVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Split an OpenAPI document into several files. The inverse of bundle.")

    @Argument(help: "The OpenAPI document; - is standard input.")
    var document: String

    @Option(help: "The output folder. Existing parts keep their files.")
    var output: String

    @Option(help: "The format: yaml or json.")
    var format: DocumentFormat = .yaml

    @Option(name: .customLong("by"), help: "What gets a file of its own: path or tag.")
    var grouping = SplitGrouping.path

    @OptionGroup var reporting: Reporting

    func run() throws {
        reporting.finish(Split(document: document, output: output, format: format, grouping: grouping).run())
    }
}
