import ConcordDeclarations
import ConcordExpansion
import ConcordOutline
import ConcordSwiftPrinter

/// The routes of a path whose operations are declared in protocols. They read requests, call the API's implementations,
/// and write responses.
struct ViewRoutes {
    private let view: ViewDeclaration
    /// The protocols of the API's operations.
    private let protocols: [OperationsProtocol]
    private let values: ComponentValues
    /// The name of the API's type.
    private let api: String

    /// The path's view.
    var viewName: String { view.head.name }

    init(_ view: ViewDeclaration, _ protocols: [OperationsProtocol], _ values: ComponentValues, api: String) {
        self.view = view
        self.protocols = protocols
        self.values = values
        self.api = api
    }

    /// The name of the type, which is nested in the API's type to avoid conflicts with types of the app.
    var name: String { view.head.name + "Routes" }

    /// The nested types of the view, which implementations refer to as well.
    func typesText(_ storage: IndirectStorage) -> String? {
        guard !view.nested.isEmpty else { return nil }
        let paths = view.nested.map { ($0.head.name, "\(view.head.name).\($0.head.name)") }
        let outer = Dictionary(paths) { first, _ in first }
        let types = view.nested.map {
            RunnableType($0, named: "\(view.head.name).\($0.head.name)", storage, inside: outer)
        }
        return RunnableType.namespace(view.head.name, types, comment: "The types of the operations at \(view.path).")
    }

    var text: String {
        let properties = ["private let _api: \(api)"] + aliases + view.inputs.map(property)
        let functions = view.operations.compactMap(forwarder)
        let members = [properties.joined(separator: "\n")] + expansion.members + functions
        var writer = SwiftWriter()
        writer.block("extension \(api)") { writer in
            writer.block("struct \(name)") { writer in
                let pieces = members.map(\.withoutFinalLineEnds).filter { !$0.isEmpty }
                for (index, piece) in pieces.enumerated() {
                    if index > 0 { writer.line() }
                    for line in piece.split(separator: "\n", omittingEmptySubsequences: false) {
                        writer.line(String(line))
                    }
                }
            }
        }
        return ([writer.text] + expansion.extensions).joined(separator: "\n")
    }

    /// Aliases for the nested types, which the view's code uses.
    private var aliases: [String] {
        view.nested.map { "typealias \($0.head.name) = \(view.head.name).\($0.head.name)" }
    }

    /// Returns the property for an input. A component has no property wrapper, because it reads itself.
    private func property(_ input: InputDeclaration) -> String {
        let wrapper = input.source.hasWrapper ? "@\(input.source.rawValue) " : ""
        return "\(wrapper)var \(SwiftName.written(input.head.name)): \(SwiftPrinter().print(input.type))"
    }

    private var expansion: Expansion { Expansion(.view(view), named: "\(api).\(name)", implementation: api) }

    /// Returns a function that calls the API's implementation.
    private func forwarder(_ operation: OperationDeclaration) -> String? {
        let tag = operation.tag(in: view)
        guard let owner = protocols.first(where: { $0.tag == tag }),
            let requirement = owner.requirements.first(where: {
                $0.view.head.name == view.head.name && $0.operation.head.name == operation.head.name
            })
        else { return nil }
        var writer = SwiftWriter()
        writer.block(signature(operation)) { writer in
            writer.line(requirement.call(on: "_api.\(SwiftName.written(owner.property, in: .member))", values))
        }
        return writer.text
    }

    private func signature(_ operation: OperationDeclaration) -> String {
        let printer = SwiftPrinter()
        let parameters = operation.inputs.map { input in
            let name = SwiftName.written(input.head.name, in: .label)
            let label = input.label.map { $0 + " " } ?? ""
            return "\(label)\(name): \(printer.print(input.type))"
        }
        let result = operation.result.map { " -> \(printer.print($0))" } ?? ""
        return
            "func \(SwiftName.written(operation.head.name))(\(parameters.joined(separator: ", "))) async throws\(result)"
    }
}

extension RunnableType {
    /// Returns types inside an enum without cases, which serves as a namespace.
    static func namespace(_ name: String, _ types: [RunnableType], comment: String) -> String {
        let line = comment.split(whereSeparator: \.isNewline).joined(separator: " ")
        let declaration = Declaration(
            documentation: line, .enumeration(TypeBody(name, members: types.map(\.outline))))
        return ([SwiftPrinter().print(declaration)] + types.flatMap(\.extensions)).joined(separator: "\n")
    }
}
