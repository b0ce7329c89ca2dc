/// Keeps the objects whose fields compare as the query's parameters of their names demand: `?status=active`,
/// `?elevation__gte=1000`.
public struct FieldFilter<M: Model>: FilterBackend {
    private let fields: [FilteredField<M>]
    private var conditions: [Condition] = []

    /// Allows to ask for the exact values of these fields.
    public init(_ fields: (PartialKeyPath<M> & Sendable)...) { self.fields = fields.map { FilteredField($0) } }

    /// Allows to compare these fields: `FieldFilter(.init(\.elevation, .lessThanOrEqual, .greaterThan))`.
    @_disfavoredOverload
    public init(_ fields: FilteredField<M>...) { self.fields = fields }

    /// The filter with what a request asks for.
    public func bound(to inputs: inout _Core.Inputs) -> FieldFilter? {
        var bound = self
        for filtered in fields {
            guard let field = M.field(at: filtered.field) else { continue }
            for lookup in filtered.lookups {
                let name = field.wireName + lookup.suffix
                if let condition = lookup.condition(field, name, &inputs) { bound.conditions.append(condition) }
            }
        }
        return bound
    }

    /// The objects of which all is true that the request asks for.
    public func filter(_ objects: QuerySet<M>) -> QuerySet<M> { conditions.reduce(objects) { $0.filter($1) } }
}

/// A field that clients may filter by, and how: `.init(\.elevation, .lessThanOrEqual, .greaterThan)`.
public struct FilteredField<M: Model>: Sendable {
    /// The field.
    public let field: PartialKeyPath<M> & Sendable
    /// How it is compared; each is a parameter.
    public let lookups: [FieldLookup]

    /// Allows these comparisons of a field, without any the exact one.
    public init(_ field: PartialKeyPath<M> & Sendable, _ lookups: FieldLookup...) {
        self.field = field
        self.lookups = lookups.isEmpty ? [.exact] : lookups
    }
}

/// How a parameter is compared with a field; the raw value is what stands behind the field's name in the parameter's.
public enum FieldLookup: String, Sendable {
    /// `status=active`.
    case exact = ""
    /// `elevation__lt=1000`.
    case lessThan = "lt"
    /// `elevation__lte=1000`.
    case lessThanOrEqual = "lte"
    /// `elevation__gt=1000`.
    case greaterThan = "gt"
    /// `elevation__gte=1000`.
    case greaterThanOrEqual = "gte"
    /// `name__contains=peak`: has the text in it.
    case contains
    /// `name__icontains=peak`: has the text in it, in upper or lower case.
    case containsIgnoringCase = "icontains"
    /// `name__startswith=peak`.
    case startsWith = "startswith"
    /// `status__in=active,retired`.
    case isIn = "in"
    /// `elevation__isnull=true`.
    case isNull = "isnull"

    /// What stands behind the field's name.
    var suffix: String { self == .exact ? "" : "__" + rawValue }

    /// What a request demands; nil where it demands nothing.
    func condition<M>(_ field: _Core.ModelField<M>, _ name: String, _ inputs: inout _Core.Inputs) -> Condition? {
        switch self {
        case .isNull:
            guard let isNull = inputs.query(name, _Core.Wire.value(Bool.self)) else { return nil }
            return .compare(field.reference, isNull ? .equal : .notEqual, .null)
        case .contains, .containsIgnoringCase, .startsWith:
            guard let text = inputs.query(name, _Core.Wire.value(String.self)) else { return nil }
            return .compare(field.reference, comparison(), .text(text))
        default:
            guard let value = field.comparand(name, &inputs, isList: self == .isIn) else { return nil }
            return .compare(field.reference, comparison(), value)
        }
    }

    private func comparison() -> Condition.Comparison {
        switch self {
        case .exact, .isNull: .equal
        case .lessThan: .less
        case .lessThanOrEqual: .lessOrEqual
        case .greaterThan: .greater
        case .greaterThanOrEqual: .greaterOrEqual
        case .contains: .contains
        case .containsIgnoringCase: .containsIgnoringCase
        case .startsWith: .startsWith
        case .isIn: .isIn
        }
    }
}
