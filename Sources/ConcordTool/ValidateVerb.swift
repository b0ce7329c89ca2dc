import ArgumentParser
import ConcordCommands

struct ValidateVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Tell what is wrong with OpenAPI documents.",
        discussion: """
            An error is what the specification forbids, a warning what it advises against, a note the rest. Each names \
            its kind in brackets, which --explain tells more about.
            """)

    @Argument(help: "The OpenAPI documents; - is standard input.")
    var documents: [String] = []

    @Flag(help: "Take warnings for errors.")
    var strict = false

    @Option(
        defaultAsFlag: Self.allCodes,
        help: ArgumentHelp("Tell what a kind of diagnostic means; without CODE list all.", valueName: "code"))
    var explain: String?

    @OptionGroup var reporting: Reporting

    private static let allCodes = "all"

    func validate() throws {
        if explain == nil, documents.isEmpty { throw ValidationError("name the documents to validate") }
    }

    func run() throws {
        if let explain {
            reporting.finish(Explain(code: explain == Self.allCodes ? nil : explain).run())
        } else {
            reporting.finish(Validate(documents: documents, isStrict: strict).run())
        }
    }
}
