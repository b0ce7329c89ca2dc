import ConcordCore

extension CursorPagination {
    /// Returns the page at the cursor of a request, and the links to the pages before and after it.
    ///
    /// A cursor contains values of the object before the page, so insertions and deletions before the page don't shift
    /// it.
    func page(
        of objects: QuerySet<M>, for request: APIRequest
    ) async throws -> (objects: [M], next: String?, previous: String?) {
        let order = TotalOrder(ordering.isEmpty ? objects.ordering : ordering)
        let position = try cursor.map { try order.position($0) }
        let isBackward = position?.isBackward ?? false
        var query = objects.order(by: isBackward ? order.reversed.terms : order.terms)
        if let position { query = query.filter((isBackward ? order.reversed : order).behind(position.values)) }
        var found = try await query.limit(pageSize + 1).fetch()
        let hasMore = found.count > pageSize
        found = Array(found.prefix(pageSize))
        if isBackward { found.reverse() }
        func link(_ object: M?, isBackward: Bool) -> String? {
            object.map { request.link([("cursor", order.cursor(at: $0, isBackward: isBackward))]) }
        }
        let next = isBackward || hasMore ? link(found.last, isBackward: false) : nil
        let previous = (isBackward ? hasMore : position != nil) ? link(found.first, isBackward: true) : nil
        return (found, next, previous)
    }
}

// The encoding of cursors.
extension TotalOrder {
    /// Returns the cursor of the page after an object. It is signed, so clients can't forge it.
    func cursor(at object: M, isBackward: Bool) -> String {
        let text = JSON.array([.bool(isBackward)] + values(of: object).map(\.json)).storedText
        return Signature.sign(Array(text.utf8), for: purpose, secret: AppEnvironment.current.secretKey)
    }

    func position(_ cursor: String) throws -> (isBackward: Bool, values: [QueryValue]) {
        guard let text = Signature.verify(cursor, for: purpose, secret: AppEnvironment.current.secretKey),
            case .array(let elements) = JSON(stored: text), elements.count == terms.count + 1,
            case .bool(let isBackward) = elements[0],
            let values = try? QueryValue.values(Array(elements.dropFirst()), of: terms.map(\.reference.type))
        else {
            throw Problem(
                400, "The request is not valid.",
                errors: [Problem.Issue(location: .query, name: "cursor", message: "is not a valid cursor")])
        }
        return (isBackward, values)
    }

    /// The purpose of the signature. A cursor is valid only for its model and ordering.
    private var purpose: String { "cursor \(M.table) \(terms.map(\.description).joined(separator: ","))" }
}
