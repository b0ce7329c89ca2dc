import ConcordDeclarations
import ConcordSwiftPrinter

/// The routes of a view: that of its path, for a view set also that of one object and those of its extra actions.
struct RouteExpansion {
    /// The expression of the path.
    let path: String
    /// The entries of the operations.
    let operations: [String]
    let isGeneric: Bool

    /// A view that states none of these has those of every view.
    private static let access =
        "permissions: Self.permissions, authentication: Self.authentication, throttles: Self.throttles"

    func write(to writer: inout SwiftWriter) {
        let arguments = Self.access + (isGeneric ? ", genericView: Self.self" : "")
        writer.line("\(Core.name("Route"))(\(path), [")
        writer.indented { writer in
            for operation in operations { writer.line(operation + ",") }
        }
        writer.line("], \(arguments)),")
    }
}

extension ViewDeclaration {
    /// The routes, with the entries of the functions that are operations.
    func routes(_ functions: [(operation: OperationDeclaration, entry: String)]) -> [RouteExpansion] {
        let path = SwiftWriter.literal(path)
        let own = functions.filter { $0.operation.action == nil }
        guard let genericView else {
            return [RouteExpansion(path: path, operations: own.map(\.entry), isGeneric: false)]
        }
        let methods = Set(own.map(\.operation.method))
        let derived = genericView.actions.filter { !methods.contains($0.method) }
        guard genericView.isViewSet else {
            return [RouteExpansion(path: path, operations: own.map(\.entry) + derived.map(\.entry), isGeneric: true)]
        }
        let collection = derived.filter { !$0.isDetail }.map(\.entry) + own.map(\.entry)
        let detail = derived.filter(\.isDetail).map(\.entry)
        let object = "Self.path(ofOneAt: \(path))"
        let extra = functions.compactMap { operation, entry -> RouteExpansion? in
            guard let action = operation.action else { return nil }
            let end = SwiftWriter.literal("/" + (action.path ?? operation.head.name))
            return RouteExpansion(
                path: "\(action.isDetail ? object : path) + \(end)", operations: [entry], isGeneric: true)
        }
        return [RouteExpansion(path: path, operations: collection, isGeneric: true)]
            + [RouteExpansion(path: object, operations: detail, isGeneric: true)] + extra
    }
}

extension GenericAction {
    /// `ViewOperation("GET", nil, Self.list)`; the operation's id is the document's matter.
    fileprivate var entry: String {
        Core.name("ViewOperation(\(SwiftWriter.literal(method)), nil, Self.\(rawValue))")
    }
}
