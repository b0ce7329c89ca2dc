/// Pages that stay the same while objects come and go: `?cursor=…`, as the page before states it.
public struct CursorPagination<M: Model>: Pagination {
    package let pageSize: Int
    package let ordering: [Ordering<M>]
    package private(set) var cursor: String?

    /// Makes pages of so many objects in this order: `CursorPagination(pageSize: 20, ordering: .descending(\Station.created))`.
    public init(pageSize: Int, ordering: Ordering<M>...) {
        self.pageSize = pageSize
        self.ordering = ordering
    }

    /// The pagination with the page that a request asks for.
    public func bound(to inputs: inout _Core.Inputs) -> CursorPagination? {
        var bound = self
        bound.cursor = inputs.query("cursor", _Core.Wire.value(String.self))
        return bound
    }

    /// The objects of the first page; where another one starts, its cursor says.
    public func paginate<Object: Model>(_ objects: QuerySet<Object>) -> QuerySet<Object> {
        let ordered = (ordering as? [Ordering<Object>]).map { objects.order(by: $0) } ?? objects
        return ordered.limit(pageSize)
    }
}
