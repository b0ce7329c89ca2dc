/// The objects of a model that a query finds: a description, which nothing is asked for until it is executed.
///
///     Station.objects.filter { $0.elevation >= 2000 && $0.status == .active }.order(by: .descending(\.created)).limit(10)
///
/// Each call gives a new query set and leaves the one that it is called on as it was.
public struct QuerySet<M: Model>: Sendable {
    /// What each object fulfils; all of them.
    package private(set) var conditions: [Condition] = []
    /// What the objects are sorted by, the first before the second; without any, by what the model states.
    package private(set) var ordering: [Ordering<M>] = M.ordering
    /// How many objects are left out at the start.
    public private(set) var offset = 0
    /// How many objects there are at most; nil for no limit.
    public private(set) var limit: Int?
    /// Whether rows are locked until the end of the transaction.
    package private(set) var isLocking = false

    /// All objects of the model.
    public init() {}

    /// The same objects: as a manager's, `Station.objects.all()`.
    public func all() -> QuerySet { self }

    /// No objects.
    public func none() -> QuerySet { filter(.any([])) }

    /// The objects that also fulfil a condition: `filter { $0.elevation >= 100 }`.
    public func filter(_ condition: (M.Columns) -> Condition) -> QuerySet {
        filter(condition(M.Columns(_Core.RelationPath())))
    }

    /// The objects that also fulfil a condition.
    public func filter(_ condition: Condition) -> QuerySet {
        changed { $0.conditions += condition.conjuncts }
    }

    /// The objects that don't fulfil a condition.
    public func exclude(_ condition: (M.Columns) -> Condition) -> QuerySet {
        filter(!condition(M.Columns(_Core.RelationPath())))
    }

    /// The objects sorted anew: `order(by: .ascending(\.name), .descending(\.created))`.
    public func order(by ordering: Ordering<M>...) -> QuerySet { order(by: ordering) }

    /// The objects sorted anew.
    public func order(by ordering: [Ordering<M>]) -> QuerySet { changed { $0.ordering = ordering } }

    /// The objects in the opposite order; without an order, by the primary key, the greatest first.
    public func reversed() -> QuerySet {
        changed { query in
            let order = query.ordering.isEmpty ? M.primaryKeyOrdering : query.ordering
            query.ordering = order.map(\.reversed)
        }
    }

    /// The first objects alone, this many at most; a number below 0 is 0.
    public func limit(_ count: Int) -> QuerySet {
        changed { $0.limit = max(0, min(count, limit ?? count)) }
    }

    /// All but the first objects, of which this many are left out; a number below 0 is 0.
    public func offset(_ count: Int) -> QuerySet {
        changed { query in
            let skipped = max(0, min(count, limit ?? count))
            let (sum, overflows) = offset.addingReportingOverflow(skipped)
            query.offset = overflows ? .max : sum
            query.limit = limit.map { $0 - skipped }
        }
    }

    /// Locks the rows of the objects until the transaction ends: `SELECT … FOR UPDATE`.
    ///
    /// SQLite has one writer at a time, so a transaction locks the whole database instead.
    public func selectForUpdate() -> QuerySet { changed { $0.isLocking = true } }

    /// The same objects with none left out, neither at the start nor at the end.
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
    /// The query for people: `station where elevation >= 100.0 order by -created limit 10`.
    public var description: String {
        var words = [M.table]
        if !conditions.isEmpty { words += ["where", Condition.all(conditions).description] }
        if !ordering.isEmpty { words += ["order by", ordering.map(\.description).joined(separator: ", ")] }
        if offset > 0 { words += ["offset", String(offset)] }
        if let limit { words += ["limit", String(limit)] }
        return words.joined(separator: " ")
    }
}
