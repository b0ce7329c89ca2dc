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

    @Flag(help: "Add the files of a function app of Azure, which runs the app's commands on a schedule.")
    var azure = false

    @Flag(help: "Add the files of a function of AWS Lambda, which runs the app's commands on a schedule.")
    var lambda = false

    @OptionGroup var concord: ConcordLocation

    @OptionGroup var reporting: Reporting

    func run() throws {
        let hosts: [FunctionHost] = (azure ? [.azure] : []) + (lambda ? [.lambda] : [])
        reporting.finish(NewPackage(name: name, output: output, concord: try concord.dependency, hosts: hosts).run())
    }
}
