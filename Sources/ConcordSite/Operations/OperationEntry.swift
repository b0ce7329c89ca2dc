import ConcordOpenAPI

/// An operation with everything that its place in the document states about it.
struct OperationEntry: Sendable {
    /// As it is written in the request, `GET`.
    let method: String
    /// The path, or the name of a webhook.
    let path: String
    let operation: Operation
    /// The summary and description of the path.
    let pathTexts: [String]
    /// The path's own parameters, where the operation does not state them again, then the operation's.
    let parameters: [Parameter]
    /// The servers that the operation states.
    var servers: [Server] { operation.servers }
    /// The servers that the path states.
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

    /// The operations of `paths`, `webhooks` or a callback, in the order of the document.
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

    /// Methods and paths are unique in a document; operation identifiers only should be.
    var anchor: Anchor { Anchor(isWebhook ? "webhooks/\(method)" : method, path) }

    /// The name of the operation's file, if it has one.
    var fileName: String {
        operation.operationId.flatMap { $0.isEmpty ? nil : $0 } ?? "\(method.lowercased())\(path)"
    }

    /// The body of the request, if the operation states one.
    func requestBody(_ components: ComponentIndex) -> RequestBody? {
        operation.requestBody.map { components.resolved($0) }
    }
}
