import ArgumentParser
import ConcordCommands

struct EmbedVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "embed",
        abstract:
            "Write the document of Swift declarations as Swift, for a server to serve. The build plugin calls it.",
        shouldDisplay: false)

    @Argument(help: "Folders and files of Swift.")
    var sources: [String]

    @Option(help: "The Swift file to write.")
    var output: String

    @OptionGroup var reporting: Reporting

    func run() throws {
        reporting.finish(Embed(sources: sources, output: output).run())
    }
}
