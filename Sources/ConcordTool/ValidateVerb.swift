import ArgumentParser
import ConcordCommands

struct ValidateVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Tell what is wrong with OpenAPI documents.")

    @Argument(help: "The OpenAPI documents; - is standard input.")
    var documents: [String]

    @Flag(help: "Take warnings for errors.")
    var strict = false

    @OptionGroup var reporting: Reporting

    func run() throws {
        try reporting.finish(Validate(documents: documents, isStrict: strict).run())
    }
}
