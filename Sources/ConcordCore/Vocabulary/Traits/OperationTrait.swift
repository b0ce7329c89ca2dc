/// Traits of an operation: in `@GET` and its kin, `@Operation`, `@Action`.
public struct OperationTrait: Sendable {
    /// States the status of the main response; `nil` says that no success is declared.
    public static func status(_ status: StatusKey?) -> OperationTrait { OperationTrait() }
    /// Names the tags; `nil` leaves them out.
    public static func tags(_ names: String?...) -> OperationTrait { OperationTrait() }
    /// States the `summary`, where the doc comment does not already say it; `nil` leaves it out.
    public static func summary(_ text: String?) -> OperationTrait { OperationTrait() }
    /// States the `description`, where the doc comment does not already say it; `nil` leaves it out.
    public static func description(_ text: String?) -> OperationTrait { OperationTrait() }
    /// Clients should stop using the operation.
    public static var deprecated: OperationTrait { OperationTrait() }
    /// States whether clients should stop using the operation.
    public static func deprecated(_ flag: Bool) -> OperationTrait { OperationTrait() }
    /// States the servers of the operation.
    public static func servers(_ servers: Server...) -> OperationTrait { OperationTrait() }
    /// Refers to a page that tells more.
    public static func externalDocs(_ docs: ExternalDocs) -> OperationTrait { OperationTrait() }
    /// States the security requirements. A request must satisfy one of them; if there are none, everyone may call the
    /// operation.
    public static func authentication(_ requirements: any Authentication...) -> OperationTrait { OperationTrait() }
    /// States the security requirements as an array.
    public static func authentication(_ requirements: [any Authentication]) -> OperationTrait { OperationTrait() }
    /// Names the types of the requests that the server sends because of this one.
    public static func callbacks(_ types: Any.Type...) -> OperationTrait { OperationTrait() }
    /// `nil` leaves the operation out of the document.
    public static func schema(_ schema: AutoSchema?) -> OperationTrait { OperationTrait() }
    /// States the path of an action behind its view set's, where it is not the function's name.
    public static func path(_ path: String) -> OperationTrait { OperationTrait() }
}
