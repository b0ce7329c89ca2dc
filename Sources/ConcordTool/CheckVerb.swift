import ArgumentParser
import ConcordCommands

struct CheckVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Report the differences between a document and the code.")

    @Argument(
        help:
            "Swift files and folders with Swift files, then the document. (default: the targets of the nearest package)"
    )
    var sourcesAndDocument: [String]

    @OptionGroup var generation: GenerationOptions
    @OptionGroup var reporting: Reporting

    func run() throws {
        guard let document = sourcesAndDocument.last else { throw ValidationError("pass the document to check") }
        let code = generation.command(sourcesAndDocument.dropLast())
        reporting.finish(Check(code: code, document: document).run())
    }
}
