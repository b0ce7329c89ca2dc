public import ConcordCore

extension QuerySet {
    /// The objects one after the other, in constant memory: `for try await station in stations.stream() { … }`.
    ///
    /// They are fetched in batches, each behind the last object of the one before. What is stored meanwhile may be among them;
    /// in a transaction of the isolation ``TransactionIsolation/repeatableRead`` it isn't.
    ///
    /// A query set is no sequence itself: `filter` and `first` of a sequence would fetch all objects, and look like the query's.
    public func stream() -> ObjectStream<M> { ObjectStream(query: self) }
}

/// The objects of a query one after the other.
public struct ObjectStream<M: Model>: AsyncSequence, Sendable {
    fileprivate let query: QuerySet<M>

    /// Starts at the first object.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(query) }

    /// Fetches the objects in batches.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private static var batchSize: Int { 1000 }

        private let order: TotalOrder<M>?
        /// What is fetched next; nil behind the last batch.
        private var query: QuerySet<M>?
        /// How many objects may still come; nil for no limit.
        private var rest: Int?
        private var batch: [M] = []
        private var index = 0

        fileprivate init(_ query: QuerySet<M>) {
            // Where another table decides on the order, an object doesn't say where it stands.
            let isOwn = query.ordering.allSatisfy { $0.reference.path.isEmpty }
            order = isOwn ? TotalOrder(query.ordering) : nil
            self.query = isOwn ? query.order(by: TotalOrder(query.ordering).terms) : query
            rest = query.limit
        }

        /// The next object; nil behind the last one.
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
