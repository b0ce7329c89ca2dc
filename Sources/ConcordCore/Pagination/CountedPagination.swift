extension _Core {
    /// A pagination that determines the next and previous pages from the total number of objects.
    package protocol CountedPagination: ConcordCore.Pagination {
        /// Returns the query parameters of the next page, or `nil` on the last page.
        func next(count: Int) -> PageParameters?
        /// Returns the query parameters of the previous page, or `nil` on the first page.
        func previous(count: Int) -> PageParameters?
    }

    /// Query parameters that replace those of the request in the link to a page. A parameter without a value is
    /// removed.
    package typealias PageParameters = [(name: String, value: String?)]
}
