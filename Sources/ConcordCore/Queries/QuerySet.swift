/// A query for objects of a model. Creating a query set doesn't access the database.
///
///     Station.objects.filter { $0.elevation >= 2000 && $0.status == .active }.order(by: .descending(\.created)).limit(10)
///
/// Each method returns a new query set and leaves the original one unchanged.
public struct QuerySet<M: Model>: Sendable {
    /// The conditions that each object satisfies.
    package private(set) var conditions: [Condition] = []
    /// The fields to sort by, in order of priority. The default is the model's ordering.
    package private(set) var ordering: [Ordering<M>] = M.ordering
    /// The number of objects to skip.
    public private(set) var offset = 0
    /// The maximum number of objects, or `nil` for no limit.
    public private(set) var limit: Int?
    /// Whether the query locks rows until the end of the transaction.
    package private(set) var isLocking = false
    /// Whether duplicate values are removed.
    package private(set) var isDistinct = false

    /// Creates a query for all objects of the model.
    public init() {}

    /// Returns the query set itself, as Django's managers do: `Station.objects.all()`.
    public func all() -> QuerySet { self }

    /// Returns a query set without objects.
    public func none() -> QuerySet { filter(.any([])) }

    /// Returns the objects that also satisfy a condition: `filter { $0.elevation >= 100 }`.
    public func filter(_ condition: (M.Columns) -> Condition) -> QuerySet {
        filter(condition(M.Columns(_Core.RelationPath())))
    }

    /// Returns the objects that also satisfy a condition.
    public func filter(_ condition: Condition) -> QuerySet {
        changed { $0.conditions += condition.conjuncts }
    }

    /// Returns the objects that don't satisfy a condition.
    public func exclude(_ condition: (M.Columns) -> Condition) -> QuerySet {
        filter(!condition(M.Columns(_Core.RelationPath())))
    }

    /// Returns the query set with another ordering: `order(by: .ascending(\.name), .descending(\.created))`.
    public func order(by ordering: Ordering<M>...) -> QuerySet { order(by: ordering) }

    /// Returns the query set with another ordering.
    public func order(by ordering: [Ordering<M>]) -> QuerySet { changed { $0.ordering = ordering } }

    /// Returns the query set in reverse order. Without an ordering, it is sorted by primary key in descending order.
    public func reversed() -> QuerySet {
        changed { query in
            let order = query.ordering.isEmpty ? M.primaryKeyOrdering : query.ordering
            query.ordering = order.map(\.reversed)
        }
    }

    /// Returns at most this many objects, from the start. A negative number counts as 0.
    public func limit(_ count: Int) -> QuerySet {
        changed { $0.limit = max(0, min(count, limit ?? count)) }
    }

    /// Returns the objects after the first ones, which are skipped. A negative number counts as 0.
    public func offset(_ count: Int) -> QuerySet {
        changed { query in
            let skipped = max(0, min(count, limit ?? count))
            let (sum, overflows) = offset.addingReportingOverflow(skipped)
            query.offset = overflows ? .max : sum
            query.limit = limit.map { $0 - skipped }
        }
    }

    /// Returns a query set that locks the rows of its objects until the transaction ends: `SELECT … FOR UPDATE`.
    ///
    /// SQLite has one writer at a time, so a transaction locks the whole database instead.
    public func selectForUpdate() -> QuerySet { changed { $0.isLocking = true } }

    /// Returns a query set whose `values` contain no duplicates: `SELECT DISTINCT`.
    ///
    /// The objects themselves are always distinct, by their primary keys.
    public func distinct() -> QuerySet { changed { $0.isDistinct = true } }

    /// The query set without its offset and limit.
    package var unsliced: QuerySet {
        changed { query in
            query.offset = 0
            query.limit = nil
        }
    }

    private func changed(_ change: (inout QuerySet) -> Void) -> QuerySet {
        var result = self
        change(&result)
        return result
    }
}

extension QuerySet: CustomStringConvertible {
    /// The query in a readable form: `station where elevation >= 100.0 order by -created limit 10`.
    public var description: String {
        var words = [M.table]
        if !conditions.isEmpty { words += ["where", Condition.all(conditions).description] }
        if !ordering.isEmpty { words += ["order by", ordering.map(\.description).joined(separator: ", ")] }
        if offset > 0 { words += ["offset", String(offset)] }
        if let limit { words += ["limit", String(limit)] }
        return words.joined(separator: " ")
    }
}
