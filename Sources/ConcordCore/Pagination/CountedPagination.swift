extension _Core {
    /// A pagination that knows from the number of all objects which pages there are beside the one that a request asks for.
    package protocol CountedPagination: ConcordCore.Pagination {
        /// The query parameters of the page after this one; nil on the last.
        func next(count: Int) -> PageParameters?
        /// The query parameters of the page before this one; nil on the first.
        func previous(count: Int) -> PageParameters?
    }

    /// Query parameters that a link to a page has in place of the request's: without a value where it has none.
    package typealias PageParameters = [(name: String, value: String?)]
}
