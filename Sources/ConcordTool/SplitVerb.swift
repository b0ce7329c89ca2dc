import ArgumentParser
import ConcordCommands

struct SplitVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Write an OpenAPI document as many files, the inverse of bundle.")

    @Argument(help: "The OpenAPI document; - is standard input.")
    var document: String

    @Option(help: "The folder that the files go into. Parts keep the files that they have there.")
    var output: String

    @Option(help: "yaml or json.")
    var format: DocumentFormat = .yaml

    @Option(name: .customLong("by"), help: "What has a file: path or tag.")
    var grouping = SplitGrouping.path

    @OptionGroup var reporting: Reporting

    func run() throws {
        reporting.finish(Split(document: document, output: output, format: format, grouping: grouping).run())
    }
}
