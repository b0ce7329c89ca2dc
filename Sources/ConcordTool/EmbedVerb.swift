import ArgumentParser
import ConcordCommands

struct EmbedVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "embed",
        abstract:
            "Write Swift code that embeds the document of Swift declarations. The build plugin runs this command.",
        shouldDisplay: false)

    @Argument(help: "Swift files and folders with Swift files.")
    var sources: [String]

    @Option(help: "The Swift file to write.")
    var output: String

    @OptionGroup var reporting: Reporting

    func run() throws {
        reporting.finish(Embed(sources: sources, output: output).run())
    }
}
