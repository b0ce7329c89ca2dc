public import ConcordCore

extension QuerySet {
    /// Returns the objects as an asynchronous sequence, in constant memory: `for try await station in stations.stream()
    /// { … }`.
    ///
    /// The sequence fetches batches. Each batch begins after the last object of the previous one, so the sequence can
    /// include objects that are stored in the meantime. In a transaction with the isolation
    /// ``TransactionIsolation/repeatableRead``, it doesn't.
    ///
    /// A query set itself isn't a sequence, because the methods `filter` and `first` of a sequence would fetch all
    /// objects.
    public func stream() -> ObjectStream<M> { ObjectStream(query: self) }
}

/// An asynchronous sequence of the objects of a query.
public struct ObjectStream<M: Model>: AsyncSequence, Sendable {
    fileprivate let query: QuerySet<M>

    /// Creates an iterator that starts at the first object.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(query) }

    /// Fetches the objects in batches.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private static var batchSize: Int { 1000 }

        private let order: TotalOrder<M>?
        /// The query of the next batch, or `nil` after the last batch.
        private var query: QuerySet<M>?
        /// The number of objects that remain until the limit, or `nil` for no limit.
        private var rest: Int?
        private var batch: [M] = []
        private var index = 0

        fileprivate init(_ query: QuerySet<M>) {
            // If the ordering uses another table, an object doesn't have the values of its position.
            let isOwn = query.ordering.allSatisfy { $0.reference.path.isEmpty }
            order = isOwn ? TotalOrder(query.ordering) : nil
            self.query = isOwn ? query.order(by: TotalOrder(query.ordering).terms) : query
            rest = query.limit
        }

        /// Returns the next object, or `nil` after the last one.
        public mutating func next() async throws -> M? {
            if index == batch.count {
                guard let query, rest != 0 else { return nil }
                batch = try await query.limit(Swift.min(Self.batchSize, rest ?? .max)).fetch()
                index = 0
                guard let last = batch.last else {
                    self.query = nil
                    return nil
                }
                advance(behind: last)
            }
            defer { index += 1 }
            return batch[index]
        }

        private mutating func advance(behind last: M) {
            let isLast = batch.count < Self.batchSize
            rest = rest.map { $0 - batch.count }
            guard !isLast, let query else { return self.query = nil }
            if let order {
                self.query = query.unsliced.filter(order.behind(order.values(of: last)))
            } else {
                self.query = query.unsliced.offset(query.offset + batch.count)
            }
        }
    }
}
