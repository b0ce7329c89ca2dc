import ConcordDiagnostics
import ConcordOutline

/// `@Action(.post, detail: true)`: where an extra operation of a view set is found.
public struct ActionPlace: Hashable, Sendable {
    /// `detail:`: whether it is about one object.
    public var isDetail: Bool
    /// `.path`: what follows the view set's path; unstated the function's name.
    public var path: String?

    /// Makes a place.
    public init(isDetail: Bool, path: String? = nil) {
        self.isDetail = isDetail
        self.path = path
    }

    /// Takes the HTTP method and the place from the arguments of `@Action`.
    static func read(
        _ arguments: inout Arguments, of attribute: Attribute, _ reading: inout Reading
    ) -> (method: String, place: ActionPlace)? {
        guard case .member(nil, let symbol)? = arguments.takePositional()?.value,
            OperationDeclaration.methods.contains(symbol.uppercased())
        else {
            reading.error(
                "missing-argument", "@Action needs the HTTP method", at: attribute.mark,
                help: "write '@Action(.post, detail: true)'")
            return nil
        }
        guard let detail = arguments.takeFlag("detail", &reading) else {
            reading.error(
                "missing-argument", "@Action does not say whether it is about one object", at: attribute.mark,
                help: "write 'detail: true' for one, 'detail: false' for the collection")
            return nil
        }
        return (symbol.uppercased(), ActionPlace(isDetail: detail, path: arguments.takeText("path", &reading)))
    }

    /// The arguments that state this, the operation id between the method and the rest.
    func arguments(method: String, operationID: [Argument]) -> [Argument] {
        [Argument(nil, .member(nil, method.lowercased()))] + operationID + .flag("detail", isDetail)
            + .text("path", path)
    }
}
