/// A pagination with page numbers that begin at 1: `?page=2` or, with a maximum, `?page=2&page_size=100`.
public struct PageNumberPagination: Pagination {
    private let pageSize: Int
    private let maximum: Int?
    private var page = 1
    private var chosenSize: Int?

    /// Creates a pagination with a page size. If a maximum is given, clients can request a page size up to the maximum.
    public init(pageSize: Int, maximum: Int? = nil) {
        self.pageSize = pageSize
        self.maximum = maximum
    }

    /// Returns the pagination with the page of a request.
    public func bound(to inputs: inout _Core.Inputs) -> PageNumberPagination? {
        var bound = self
        bound.page = inputs.query("page", _Core.Wire.value(PageNumber.self), rules: _Core.Rules(minimum: 1))?.value ?? 1
        if let maximum {
            let rules = _Core.Rules(minimum: 1, maximum: Number(maximum))
            bound.chosenSize = inputs.query("page_size", _Core.Wire.value(PageNumber.self), rules: rules)?.value
        }
        return bound
    }

    /// Returns the objects of the page.
    public func paginate<M: Model>(_ objects: QuerySet<M>) -> QuerySet<M> {
        let (skipped, overflows) = (page - 1).multipliedReportingOverflow(by: size)
        return objects.offset(overflows ? .max : skipped).limit(size)
    }

    private var size: Int { chosenSize ?? pageSize }
}

extension PageNumberPagination: _Core.CountedPagination {
    package func next(count: Int) -> _Core.PageParameters? {
        page < lastPage(of: count) ? [("page", String(page + 1))] : nil
    }

    package func previous(count: Int) -> _Core.PageParameters? {
        // The page before a page beyond the end is the last page.
        let previous = min(page - 1, lastPage(of: count))
        return previous < 1 ? nil : [("page", previous == 1 ? nil : String(previous))]
    }

    private func lastPage(of count: Int) -> Int { max(1, (count + max(1, size) - 1) / max(1, size)) }
}
