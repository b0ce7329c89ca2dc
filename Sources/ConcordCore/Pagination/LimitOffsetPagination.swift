/// A pagination with a limit and an offset: `?limit=20&offset=40`.
public struct LimitOffsetPagination: Pagination {
    private let pageSize: Int
    private let maximum: Int?
    private var limit: Int?
    private var offset = 0

    /// Creates a pagination with a default limit. If a maximum is given, clients can request a limit up to the maximum.
    public init(pageSize: Int, maximum: Int? = nil) {
        self.pageSize = pageSize
        self.maximum = maximum
    }

    /// Returns the pagination with the limit and offset of a request.
    public func bound(to inputs: inout _Core.Inputs) -> LimitOffsetPagination? {
        var bound = self
        let rules = _Core.Rules(minimum: 1, maximum: maximum.map { Number($0) })
        bound.limit = inputs.query("limit", _Core.Wire.value(PageNumber.self), rules: rules)?.value
        bound.offset =
            inputs.query("offset", _Core.Wire.value(PageNumber.self), rules: _Core.Rules(minimum: 0))?.value ?? 0
        return bound
    }

    /// Returns the objects of the page.
    public func paginate<M: Model>(_ objects: QuerySet<M>) -> QuerySet<M> {
        objects.offset(offset).limit(size)
    }

    private var size: Int { limit ?? pageSize }
}

extension LimitOffsetPagination: _Core.CountedPagination {
    package func next(count: Int) -> _Core.PageParameters? {
        let (end, overflows) = offset.addingReportingOverflow(size)
        return !overflows && end < count ? [("limit", String(size)), ("offset", String(end))] : nil
    }

    package func previous(count: Int) -> _Core.PageParameters? {
        guard offset > 0 else { return nil }
        return [("limit", String(size)), ("offset", offset > size ? String(offset - size) : nil)]
    }
}
