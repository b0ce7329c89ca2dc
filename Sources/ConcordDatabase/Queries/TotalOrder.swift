import ConcordCore

/// A total order of objects. The primary key orders objects with equal values.
struct TotalOrder<M: Model> {
    let terms: [Ordering<M>]

    init(_ ordering: [Ordering<M>]) {
        terms = M.objects.order(by: ordering.filter { $0.reference.path.isEmpty }).decidedOrdering
    }

    var reversed: TotalOrder { TotalOrder(terms.map(\.reversed)) }

    /// Returns a condition that is true for the objects after the object with the given values.
    func behind(_ values: [QueryValue]) -> Condition {
        var alternatives: [Condition] = []
        for (index, term) in terms.enumerated() {
            let equals = zip(terms, values).prefix(index).map { Condition.compare(.column($0.reference), .equal, $1) }
            alternatives.append(.all(equals + [term.behind(values[index])]))
        }
        return .any(alternatives)
    }

    /// Returns the values that determine the position of an object.
    func values(of object: M) -> [QueryValue] {
        terms.map { term in M.fields.first { $0.reference == term.reference }?.queryValue(of: object) ?? .null }
    }
}

extension Ordering {
    /// Returns a condition that is true for objects with a larger value. Null is smaller than all other values.
    fileprivate func behind(_ value: QueryValue) -> Condition {
        switch (isDescending, value) {
        case (false, .null): .compare(.column(reference), .notEqual, .null)
        case (false, _): .compare(.column(reference), .greater, value)
        case (true, .null): .any([])
        case (true, _):
            reference.isNullable
                ? .any([.compare(.column(reference), .less, value), .compare(.column(reference), .equal, .null)])
                : .compare(.column(reference), .less, value)
        }
    }
}
