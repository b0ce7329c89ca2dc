import ConcordDeclarations
import ConcordDiagnostics
import ConcordOpenAPI
import ConcordOutline

/// Finds the declarations from which the parts of a generated document come.
struct CodePlaces {
    private let document: Document
    private var components: [String: TypeDeclaration] = [:]
    private var operations: [String: OperationDeclaration] = [:]
    private var views: [String: ViewDeclaration] = [:]
    private var api: APIDeclaration?

    init(_ program: Program, _ document: Document) {
        self.document = document
        for declaration in program.declarations { add(declaration) }
    }

    private mutating func add(_ declaration: TypeDeclaration) {
        switch declaration {
        case .api(let api): self.api = self.api ?? api
        case .view(let view):
            if let path = view.head.wireName { views[path] = view }
            for operation in view.operations {
                operations[(operation.operationID.value ?? operation.head.name).keySpelling] = operation
            }
        default:
            let name = declaration.head.componentWireName.keySpelling
            components[name] = components[name] ?? declaration
        }
    }

    /// Returns the position of the declaration for the element at a pointer, or for an enclosing element.
    func position(of pointer: JSONPointer) -> SourcePosition? {
        let tokens = pointer.tokens
        switch tokens.first {
        case "components" where tokens.count > 2:
            return position(inComponent: tokens[2], tokens.dropFirst(3)) ?? api?.head.mark.position
        case "paths" where tokens.count > 1:
            return position(inPath: tokens[1], tokens.dropFirst(2)) ?? api?.head.mark.position
        default: return api?.head.mark.position
        }
    }

    private func position(inComponent name: String, _ rest: ArraySlice<String>) -> SourcePosition? {
        guard let declaration = components[name.keySpelling] else { return nil }
        guard case .serializer(let serializer) = declaration, rest.first == "properties",
            let key = rest.dropFirst().first.map(\.keySpelling),
            let property = (serializer.properties + serializer.computed).first(where: {
                $0.head.effectiveWireName.keySpelling == key
            })
        else { return declaration.head.mark.position }
        return property.head.mark.position
    }

    private func position(inPath path: String, _ rest: ArraySlice<String>) -> SourcePosition? {
        let view = views[path] ?? views.filter { path.hasSuffix($0.key) }.max { $0.key.count < $1.key.count }?.value
        guard let method = rest.first,
            let id = document.node[JSONPointer(["paths", path, method, "operationId"])]?.string,
            let operation = operations[id.keySpelling]
        else { return view?.head.mark.position }
        guard rest.dropFirst().first == "parameters", rest.count > 2,
            let name = document.node[JSONPointer(["paths", path] + rest.prefix(3) + ["name"])]?.string,
            let input = (operation.inputs + (view?.inputs ?? [])).first(where: {
                $0.head.effectiveWireName.keySpelling == name.keySpelling
            })
        else { return operation.head.mark.position }
        return input.head.mark.position
    }
}
