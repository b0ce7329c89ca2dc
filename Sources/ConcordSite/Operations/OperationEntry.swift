import ConcordOpenAPI

/// An operation with its method, path and inherited parts.
struct OperationEntry: Sendable {
    /// The method, in uppercase: `GET`.
    let method: String
    /// The path, or the name of a webhook.
    let path: String
    let operation: Operation
    /// The summary and description of the path.
    let pathTexts: [String]
    /// The parameters of the path that the operation does not override, then the parameters of the operation.
    let parameters: [Parameter]
    /// The servers of the operation.
    var servers: [Server] { operation.servers }
    /// The servers of the path.
    let pathServers: [Server]
    /// Whether the server sends this request.
    let isWebhook: Bool

    private init(
        _ stated: PathItem.MethodOperation, of item: PathItem, path: String, isWebhook: Bool,
        _ components: ComponentIndex
    ) {
        method = stated.method
        self.path = path
        operation = stated.operation
        pathTexts = [item.summary, item.description].compactMap { $0 }
        parameters = Self.merged(
            item.parameters.map { components.resolved($0) }, with: operation.parameters.map { components.resolved($0) })
        pathServers = item.servers
        self.isWebhook = isWebhook
    }

    /// Returns the operations of `paths`, `webhooks` or a callback, in document order.
    static func all(in items: ObjectMap<PathItem>, isWebhook: Bool, components: ComponentIndex) -> [OperationEntry] {
        items.flatMap { path -> [OperationEntry] in
            let item = components.resolved(path.value)
            return item.operations.map {
                OperationEntry($0, of: item, path: path.name, isWebhook: isWebhook, components)
            }
        }
    }

    private static func merged(_ shared: [Parameter], with own: [Parameter]) -> [Parameter] {
        func key(_ parameter: Parameter) -> [String?] { [parameter.in, parameter.name] }
        let stated = Set(own.map(key))
        return shared.filter { !stated.contains(key($0)) } + own
    }

    var title: String {
        [operation.summary, operation.operationId].lazy.compactMap { $0 }.first { !$0.isEmpty } ?? "\(method) \(path)"
    }

    var isDeprecated: Bool { operation.deprecated == true }

    /// The anchor, from the method and path, which are unique in a document.
    var anchor: Anchor { Anchor(isWebhook ? "webhooks/\(method)" : method, path) }

    /// The name of the operation's file, if it has one.
    var fileName: String {
        operation.operationId.flatMap { $0.isEmpty ? nil : $0 } ?? "\(method.lowercased())\(path)"
    }

    /// Returns the body of the request, if the operation has one.
    func requestBody(_ components: ComponentIndex) -> RequestBody? {
        operation.requestBody.map { components.resolved($0) }
    }
}
