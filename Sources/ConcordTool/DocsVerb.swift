import ArgumentParser
import ConcordCommands

struct DocsVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "docs",
        abstract: "Publish an OpenAPI document as one static page.")

    @Argument(help: "The OpenAPI document; - is standard input.")
    var document: String

    @Option(help: "The folder that gets index.html.")
    var output: String

    @OptionGroup var reporting: Reporting

    func run() throws {
        reporting.finish(Docs(document: document, output: output).run())
    }
}
