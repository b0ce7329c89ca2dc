import ConcordOpenAPI

/// An operation with all that its place in the document says about it.
struct OperationEntry {
    /// As it is written in the request, `GET`.
    let method: String
    let path: String
    let operation: Operation
    /// The path's own parameters, where the operation does not state them again, then the operation's.
    let parameters: [Parameter]
    /// The operation's own, or its path's; empty where the document's apply.
    let servers: [Server]
    /// Whether it is the server that sends this request.
    let isWebhook: Bool

    private init(
        _ stated: PathItem.MethodOperation, of item: PathItem, path: String, isWebhook: Bool,
        _ components: ComponentIndex
    ) {
        method = stated.method
        self.path = path
        operation = stated.operation
        parameters = Self.merged(
            item.parameters.map { components.resolved($0) }, with: operation.parameters.map { components.resolved($0) })
        servers = operation.servers.isEmpty ? item.servers : operation.servers
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

    var tag: String? { operation.tags.first }

    /// Methods and paths are unique in a document; operation identifiers only should be.
    var anchor: Anchor { Anchor(isWebhook ? "webhooks/\(method)" : method, path) }
}
