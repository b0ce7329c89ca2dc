/// Cuts the objects of a list operation into pages: `static let pagination` of a generic view.
///
///     @Pagination
///     struct Batches: Pagination {
///         @Query(.minimum(1)) var batch: Int = 1
///         typealias Page = StationBatch
///
///         func paginate<M: Model>(_ objects: QuerySet<M>) -> QuerySet<M> { objects.offset((batch - 1) * 20).limit(20) }
///     }
public protocol Pagination: RequestPart {
    /// The schema of a page: what stands around the objects.
    associatedtype Page: Sendable = _Core.PaginatedList

    /// The objects of the page that a request asks for.
    func paginate<M: Model>(_ objects: QuerySet<M>) -> QuerySet<M>
}

extension _Core {
    /// The schema of the pages of the ready paginations, `Paginated…List`: `count`, `next`, `previous` and `results`.
    public enum PaginatedList: Sendable {}
}

/// All objects at once, without an envelope: the pagination of a view that states none.
public struct NoPagination: Pagination {
    /// There is no envelope.
    public typealias Page = Never

    /// Leaves the objects together.
    public init() {}

    /// All objects.
    public func paginate<M: Model>(_ objects: QuerySet<M>) -> QuerySet<M> { objects }
}
