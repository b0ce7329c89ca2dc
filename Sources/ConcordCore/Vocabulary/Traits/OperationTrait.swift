/// Traits of an operation, in `@GET` and the attributes of other methods, `@Operation`, and `@Action`.
public struct OperationTrait: Sendable {
    /// Sets the status of the main response. With `nil`, the operation declares no successful response.
    public static func status(_ status: StatusKey?) -> OperationTrait { OperationTrait() }
    /// Sets the tags. `nil` omits them.
    public static func tags(_ names: String?...) -> OperationTrait { OperationTrait() }
    /// Sets the `summary`, unless the doc comment provides it. `nil` omits it.
    public static func summary(_ text: String?) -> OperationTrait { OperationTrait() }
    /// Sets the `description`, unless the doc comment provides it. `nil` omits it.
    public static func description(_ text: String?) -> OperationTrait { OperationTrait() }
    /// Tells clients to stop using the operation.
    public static var deprecated: OperationTrait { OperationTrait() }
    /// Specifies whether clients should stop using the operation.
    public static func deprecated(_ flag: Bool) -> OperationTrait { OperationTrait() }
    /// Sets the servers of the operation.
    public static func servers(_ servers: Server...) -> OperationTrait { OperationTrait() }
    /// Links to a page with further documentation.
    public static func externalDocs(_ docs: ExternalDocs) -> OperationTrait { OperationTrait() }
    /// Sets the security requirements. A request must satisfy one of them. Without requirements, every request can call
    /// the operation.
    public static func authentication(_ requirements: any Authentication...) -> OperationTrait { OperationTrait() }
    /// Sets the security requirements, as an array.
    public static func authentication(_ requirements: [any Authentication]) -> OperationTrait { OperationTrait() }
    /// Adds callbacks: the types of the requests that the server sends as a result of this operation.
    public static func callbacks(_ types: Any.Type...) -> OperationTrait { OperationTrait() }
    /// Omits the operation from the document: `.schema(nil)`.
    public static func schema(_ schema: AutoSchema?) -> OperationTrait { OperationTrait() }
    /// Sets the path of an action, relative to its view set. The default is the function's name.
    public static func path(_ path: String) -> OperationTrait { OperationTrait() }
}
