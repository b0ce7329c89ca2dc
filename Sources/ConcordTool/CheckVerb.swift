import ArgumentParser
import ConcordCommands

struct CheckVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell whether a document says what the code says.")

    @Argument(
        help: "Folders and files of Swift, then the document. (default: the targets of the nearest package)")
    var sourcesAndDocument: [String]

    @OptionGroup var generation: GenerationOptions
    @OptionGroup var reporting: Reporting

    func run() throws {
        guard let document = sourcesAndDocument.last else { throw ValidationError("name the document to check") }
        let code = generation.command(sourcesAndDocument.dropLast())
        reporting.finish(Check(code: code, document: document).run())
    }
}
