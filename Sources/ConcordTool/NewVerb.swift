import ArgumentParser
import ConcordCommands

struct NewVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write the package of a new app, with an API and a database.")

    @Argument(help: "The name of the app, its module and its folder, such as Library.")
    var name: String

    @Option(help: "The folder of the package. (default: the app's name)")
    var output: String?

    @OptionGroup var concord: ConcordLocation

    @OptionGroup var reporting: Reporting

    func run() throws {
        reporting.finish(NewPackage(name: name, output: output, concord: try concord.dependency).run())
    }
}
