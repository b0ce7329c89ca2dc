import ArgumentParser
import ConcordCommands

struct ValidateVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Report errors in OpenAPI documents.",
        discussion: """
            An error violates the specification, a warning violates a recommendation, and a note is information. \
            Each has a code in brackets. Use --explain CODE to learn more.
            """)

    @Argument(help: "The OpenAPI documents; - is standard input.")
    var documents: [String] = []

    @Flag(help: "Treat warnings as errors.")
    var strict = false

    @Option(
        defaultAsFlag: Self.allCodes,
        help: ArgumentHelp("Explain a diagnostic. Without CODE, list all of them.", valueName: "code"))
    var explain: String?

    @OptionGroup var reporting: Reporting

    private static let allCodes = "all"

    func validate() throws {
        if explain == nil, documents.isEmpty { throw ValidationError("pass the documents to validate") }
    }

    func run() throws {
        if let explain {
            reporting.finish(Explain(code: explain == Self.allCodes ? nil : explain).run())
        } else {
            reporting.finish(Validate(documents: documents, isStrict: strict).run())
        }
    }
}
