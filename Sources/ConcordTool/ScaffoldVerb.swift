import ArgumentParser
import ConcordCommands
import ConcordOpenAPI
import Foundation

struct ScaffoldVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scaffold",
        abstract: "Write models, serializers and views from an OpenAPI document, ready to implement.")

    @Argument(help: "The OpenAPI document; - is standard input.")
    var document: String

    @Option(help: "The output folder.")
    var output: String

    @Option(help: "The name of the module. (default: derived from the title of the document)")
    var module: String?

    @Flag(help: "Write a complete package that builds and serves the API.")
    var package = false

    @Flag(
        help:
            "Write a mock server: a package whose operations respond with the examples of the document. Implies --package."
    )
    var stubs = false

    @OptionGroup var concord: ConcordLocation

    @Flag(
        inversion: .prefixedNo,
        help: "Write a @Model for each schema that is listed and fetched by key, if the model derives the same schema.")
    var models = true

    @Flag(help: "Write generic views and view sets for models, if they derive the same operations.")
    var genericViews = false

    @Flag(help: "Replace existing files that differ.")
    var force = false

    @Flag(help: "Update existing files to match the document, and keep your changes.")
    var merge = false

    @Option(
        help: "For --merge: the document of the previous scaffold. (default: the record in the folder)")
    var base: String?

    @Flag(help: "For --merge: merge the whole document, even if the previous scaffold covered only a part.")
    var whole = false

    @Option(help: "Only the operations with this tag, and their dependencies. Repeatable, like the next three options.")
    var tag: [String] = []

    @Option(help: "Only the operations of this path.")
    var path: [String] = []

    @Option(help: "Only the operation with this ID.")
    var operation: [String] = []

    @Option(help: "This schema and its dependencies.")
    var schema: [String] = []

    @OptionGroup var reporting: Reporting

    private var isPackage: Bool { package || stubs }

    func validate() throws {
        if merge, force { throw ValidationError("use either --merge or --force, not both") }
        if base != nil, !merge { throw ValidationError("--base requires --merge") }
        if whole, !merge { throw ValidationError("--whole requires --merge") }
        if whole, !(tag + path + operation + schema).isEmpty {
            throw ValidationError("--whole can't be combined with --tag, --path, --operation or --schema")
        }
        if genericViews, !models { throw ValidationError("--generic-views can't be combined with --no-models") }
        if isPackage { _ = try concord.dependency }
        if !isPackage, concord.isStated { throw ValidationError("--concord requires --package") }
    }

    func run() throws {
        var command = Scaffold(
            document: document, output: output, module: module, packageUsing: isPackage ? try concord.dependency : nil,
            existingFiles: force ? .replaced : merge ? .merged : .kept)
        command.base = base
        command.isMock = stubs
        command.style.usesModels = models
        command.style.usesGenericViews = genericViews
        command.takesWhole = whole
        command.selection = DocumentSelection(
            tags: Set(tag), paths: Set(path), operations: Set(operation), schemas: Set(schema))
        reporting.finish(command.run())
    }
}
