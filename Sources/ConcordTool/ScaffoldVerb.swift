import ArgumentParser
import ConcordCommands
import ConcordOpenAPI
import Foundation

struct ScaffoldVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scaffold",
        abstract: "Write models, serializers and views from an OpenAPI document, ready to fill in.")

    @Argument(help: "The OpenAPI document; - is standard input.")
    var document: String

    @Option(help: "The folder that the files go into.")
    var output: String

    @Option(help: "The name of the module. (default: from the document's title)")
    var module: String?

    @Flag(help: "Write a whole package that builds and serves.")
    var package = false

    @Flag(
        help: "Write a package whose operations answer with the document's examples: a mock server. Implies --package.")
    var stubs = false

    @OptionGroup var concord: ConcordLocation

    @Flag(
        inversion: .prefixedNo,
        help: "Write a @Model for each schema that is listed and fetched by key, where it says the same.")
    var models = true

    @Flag(help: "Write generic views and view sets of models, where they derive the same operations.")
    var genericViews = false

    @Flag(help: "Replace files that are there already and differ.")
    var force = false

    @Flag(help: "Bring files that are there already up to the document, and keep what was done to them.")
    var merge = false

    @Option(
        help: "For --merge: the document that the files were scaffolded from last. (default: the record in the folder)")
    var base: String?

    @Flag(help: "For --merge: all of the document, though the last scaffold was of a part.")
    var whole = false

    @Option(help: "Only operations of this tag, and what they need. Repeatable, as are the next three.")
    var tag: [String] = []

    @Option(help: "Only the operations of this path.")
    var path: [String] = []

    @Option(help: "Only the operation of this id.")
    var operation: [String] = []

    @Option(help: "This schema and what it needs.")
    var schema: [String] = []

    @OptionGroup var reporting: Reporting

    private var isPackage: Bool { package || stubs }

    func validate() throws {
        if merge, force { throw ValidationError("--merge keeps what --force replaces; choose one") }
        if base != nil, !merge { throw ValidationError("--base is of use only with --merge") }
        if whole, !merge { throw ValidationError("--whole is of use only with --merge") }
        if whole, !(tag + path + operation + schema).isEmpty {
            throw ValidationError("--whole takes what --tag, --path, --operation and --schema leave out; choose one")
        }
        if genericViews, !models { throw ValidationError("--generic-views are views of models; leave --no-models out") }
        if isPackage { _ = try concord.dependency }
        if !isPackage, concord.isStated { throw ValidationError("--concord is of use only with --package") }
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
