import ConcordDeclarations
import ConcordNames
import ConcordSwiftPrinter

extension GenericView {
    /// Whether the view has one path and this action alone.
    fileprivate func isOnly(_ action: GenericAction) -> Bool { !isViewSet && actions == [action] }
}

/// The routes of a view. A view set has routes for the collection, for one object, and for its extra actions.
struct RouteExpansion {
    /// The expression for the path.
    let path: String
    /// The entries of the operations.
    let operations: [String]
    let isGeneric: Bool

    func write(to writer: inout SwiftWriter) {
        let arguments = "access: access" + (isGeneric ? ", genericView: Self.self" : "")
        writer.line("\(Core.machinery("Route"))(\(path), [")
        writer.indented { writer in
            for operation in operations { writer.line(operation + ",") }
        }
        writer.line("], \(arguments)),")
    }
}

extension ViewDeclaration {
    /// The protocols that the expansion conforms to. A view that only creates objects needs no query set.
    var protocols: String {
        let needsNone = genericView?.isOnly(.create) == true && generic.queryset == nil
        return Core.name("View") + (needsNone ? ", " + Core.machinery("CreatingOnly") : "")
    }

    /// Writes the serializer of a view that only deletes objects and has no serializer of its own. Its type determines
    /// the model.
    func writeModelReference(_ access: String, to writer: inout SwiftWriter) {
        guard genericView?.isOnly(.destroy) == true, generic.serializer == nil, generic.requestSerializer == nil,
            generic.responseSerializer == nil, let model = generic.queryset?.model
        else { return }
        writer.line("\(access)typealias Serializer = \(Core.machinery("ModelReference"))<\(model.text)>")
        writer.line()
    }

    /// Writes the style of `.keys`, which is otherwise that of the serializer.
    func writeKeyStyle(_ access: String, to writer: inout SwiftWriter) {
        guard genericView != nil, let keys else { return }
        writer.line("\(access)static var _keyStyle: \(Core.name("KeyStyle"))? { .\(keys.rawValue) }")
        writer.line()
    }

    /// Returns the entry of an action: `ViewOperation("GET", "listStations") { try await Self.list($0, settings) }`.
    private func entry(of action: GenericAction) -> String {
        let id = derivedID(action.rawValue, onSeveral: action == .list)
        let head = Core.machinery("ViewOperation(\(SwiftWriter.literal(action.method)), \(id))")
        return head + " { try await Self.\(action.rawValue)($0, settings) }"
    }

    /// Returns the expression for a derived operation ID. Without a stated base, it uses the name of the serializer.
    func derivedID(_ verb: String, onSeveral: Bool = false) -> String {
        guard let base = operationIDBase else {
            return "Self.operationID(\(SwiftWriter.literal(verb))\(onSeveral ? ", onSeveral: true" : ""))"
        }
        return SwiftWriter.literal(
            onSeveral ? DerivedName.operationOnSeveral(verb, base) : DerivedName.operation(verb, base))
    }

    /// Returns the routes, with the entries of the functions that are operations.
    func routes(_ functions: [(operation: OperationDeclaration, entry: String)]) -> [RouteExpansion] {
        let path = head.constantText ?? SwiftWriter.literal(path)
        let own = functions.filter { $0.operation.action == nil }
        guard let genericView else {
            return [RouteExpansion(path: path, operations: own.map(\.entry), isGeneric: false)]
        }
        // A function replaces the derived operation with the same method. In a view set, functions replace those of the
        // collection.
        let methods = Set(own.map(\.operation.method))
        let derived = genericView.actions.filter { action in
            !methods.contains(action.method) || (genericView.isViewSet && action.isDetail)
        }
        guard genericView.isViewSet else {
            let operations = own.map(\.entry) + derived.map(entry)
            return [RouteExpansion(path: path, operations: operations, isGeneric: true)]
        }
        let collection = derived.filter { !$0.isDetail }.map(entry) + own.map(\.entry)
        let detail = derived.filter(\.isDetail).map(entry)
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
