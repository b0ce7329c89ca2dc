import ArgumentParser
import ConcordCommands
import ConcordOpenAPI

struct DiffVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tell what has changed between two documents, and what of it breaks clients.")

    @Argument(help: "The old document.")
    var old: String

    @Argument(help: "The new document.")
    var new: String

    @Option(help: "text, markdown, json, or github (annotations of a pull request).")
    var format: ChangeFormat = .text

    @Option(help: "Exit with 1 if there is a breaking change, or any.")
    var failOn: Diff.Failure?

    @OptionGroup var reporting: Reporting

    func run() throws {
        reporting.finish(Diff(old: old, new: new, format: format, failOn: failOn).run())
    }
}

extension ChangeFormat: ExpressibleByArgument {}
extension Diff.Failure: ExpressibleByArgument {}
