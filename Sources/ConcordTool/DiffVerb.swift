import ArgumentParser
import ConcordCommands
import ConcordOpenAPI

struct DiffVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Report the changes between two documents, and which of them break clients.")

    @Argument(help: "The old document.")
    var old: String

    @Argument(help: "The new document.")
    var new: String

    @Option(help: "The output format: text, markdown, json, or github (annotations on a pull request).")
    var format: ChangeFormat = .text

    @Option(help: "Exit with 1 if there are breaking changes, or any changes.")
    var failOn: Diff.Failure?

    @OptionGroup var reporting: Reporting

    func run() throws {
        reporting.finish(Diff(old: old, new: new, format: format, failOn: failOn).run())
    }
}

extension ChangeFormat: ExpressibleByArgument {}
extension Diff.Failure: ExpressibleByArgument {}
