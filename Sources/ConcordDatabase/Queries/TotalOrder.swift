import ConcordCore

/// An order in which no two objects stand at the same place: the primary key decides between equals.
struct TotalOrder<M: Model> {
    let terms: [Ordering<M>]

    init(_ ordering: [Ordering<M>]) {
        terms = M.objects.order(by: ordering.filter { $0.reference.path.isEmpty }).decidedOrdering
    }

    var reversed: TotalOrder { TotalOrder(terms.map(\.reversed)) }

    /// What objects fulfil that come after the one with some values.
    func behind(_ values: [QueryValue]) -> Condition {
        var alternatives: [Condition] = []
        for (index, term) in terms.enumerated() {
            let equals = zip(terms, values).prefix(index).map { Condition.compare(.column($0.reference), .equal, $1) }
            alternatives.append(.all(equals + [term.behind(values[index])]))
        }
        return .any(alternatives)
    }

    /// The values of an object that say where it stands.
    func values(of object: M) -> [QueryValue] {
        terms.map { term in M.fields.first { $0.reference == term.reference }?.queryValue(of: object) ?? .null }
    }
}

extension Ordering {
    /// What objects fulfil whose value comes after another one; null comes before all others.
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
