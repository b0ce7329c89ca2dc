/// A pagination with cursors: `?cursor=…`. Its pages remain stable when objects are inserted or deleted.
public struct CursorPagination<M: Model>: Pagination {
    package let pageSize: Int
    package let ordering: [Ordering<M>]
    package private(set) var cursor: String?

    /// Creates a pagination with a page size and ordering: `CursorPagination(pageSize: 20, ordering:
    /// .descending(\Station.created))`.
    public init(pageSize: Int, ordering: Ordering<M>...) {
        self.pageSize = pageSize
        self.ordering = ordering
    }

    /// Returns the pagination with the page of a request.
    public func bound(to inputs: inout _Core.Inputs) -> CursorPagination? {
        var bound = self
        bound.cursor = inputs.query("cursor", _Core.Wire.value(String.self))
        return bound
    }

    /// Returns the objects of the first page. The cursor determines the start of other pages.
    public func paginate<Object: Model>(_ objects: QuerySet<Object>) -> QuerySet<Object> {
        let ordered = (ordering as? [Ordering<Object>]).map { objects.order(by: $0) } ?? objects
        return ordered.limit(pageSize)
    }
}
