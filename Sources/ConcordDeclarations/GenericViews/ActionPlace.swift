import ConcordDiagnostics
import ConcordOutline

/// The place of an extra operation of a view set: `@Action(.post, detail: true)`.
public struct ActionPlace: Hashable, Sendable {
    /// The value of `detail:`: whether the operation applies to one object.
    public var isDetail: Bool
    /// The value of `.path`: the path after the view set's path. By default, it is the function's name.
    public var path: String?

    /// Creates a place.
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
                "missing-argument", "@Action requires an HTTP method", at: attribute.mark,
                help: "write '@Action(.post, detail: true)'")
            return nil
        }
        guard let detail = arguments.takeFlag("detail", &reading) else {
            reading.error(
                "missing-argument", "@Action does not state whether it applies to one object", at: attribute.mark,
                help: "write 'detail: true' for one object or 'detail: false' for the collection")
            return nil
        }
        return (symbol.uppercased(), ActionPlace(isDetail: detail, path: arguments.takeText("path", &reading)))
    }

    /// Returns the arguments that state the place, with the operation ID after the method.
    func arguments(method: String, operationID: [Argument]) -> [Argument] {
        [Argument(nil, .member(nil, method.lowercased()))] + operationID + .flag("detail", isDetail)
            + .text("path", path)
    }
}
