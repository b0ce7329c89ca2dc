/// Filters objects by comparing fields with query parameters: `?status=active`, `?elevation__gte=1000`.
public struct FieldFilter<M: Model>: FilterBackend {
    private let fields: [FilteredField<M>]
    private var conditions: [Condition] = []

    /// Creates a filter that compares these fields for equality.
    public init(_ fields: (PartialKeyPath<M> & Sendable)...) { self.fields = fields.map { FilteredField($0) } }

    /// Creates a filter that compares fields of the objects and of the objects that their keys refer to for equality:
    /// `FieldFilter(\.status, \.owner.email)`.
    @_disfavoredOverload
    public init(_ fields: (PartialKeyPath<M.Columns> & Sendable)...) { self.fields = fields.map { FilteredField($0) } }

    /// Creates a filter with comparisons: `FieldFilter(.init(\.elevation, .lessThanOrEqual, .greaterThan))`.
    @_disfavoredOverload
    public init(_ fields: FilteredField<M>...) { self.fields = fields }

    /// Returns the filter with the parameters of a request.
    public func bound(to inputs: inout _Core.Inputs) -> FieldFilter? {
        var bound = self
        for filtered in fields {
            guard let field = filtered.field else { continue }
            for lookup in filtered.lookups {
                let name = field.wireName(in: inputs.keyStyle) + lookup.suffix
                if let condition = lookup.condition(field, name, &inputs) { bound.conditions.append(condition) }
            }
        }
        return bound
    }

    /// Returns the objects that satisfy all conditions of the request.
    public func filter(_ objects: QuerySet<M>) -> QuerySet<M> { conditions.reduce(objects) { $0.filter($1) } }
}

/// A field that clients can filter by, with its comparisons: `.init(\.elevation, .lessThanOrEqual, .greaterThan)`.
public struct FilteredField<M: Model>: Sendable {
    /// The field, or `nil` if the property isn't one.
    let field: SelectedField?
    /// The comparisons. Each is a query parameter.
    public let lookups: [FieldLookup]

    /// Creates a field with comparisons. Without comparisons, it is compared for equality.
    public init(_ field: PartialKeyPath<M> & Sendable, _ lookups: FieldLookup...) {
        self.field = SelectedField(field)
        self.lookups = lookups.isEmpty ? [.exact] : lookups
    }

    /// Creates a filtered field of the objects that a key refers to: `.init(\.owner.created, .greaterThan)`.
    @_disfavoredOverload
    public init(_ field: PartialKeyPath<M.Columns> & Sendable, _ lookups: FieldLookup...) {
        self.field = SelectedField(field, of: M.self)
        self.lookups = lookups.isEmpty ? [.exact] : lookups
    }
}

/// A comparison of a field with a query parameter. The raw value is the suffix of the parameter's name.
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
    /// `name__contains=peak`: contains the string.
    case contains
    /// `name__icontains=peak`: contains the string, ignoring case.
    case containsIgnoringCase = "icontains"
    /// `name__startswith=peak`.
    case startsWith = "startswith"
    /// `status__in=active,retired`.
    case isIn = "in"
    /// `elevation__isnull=true`.
    case isNull = "isnull"

    /// The suffix after the field's name.
    var suffix: String { self == .exact ? "" : "__" + rawValue }

    /// Returns the condition for a request, or `nil` if the request doesn't have the parameter.
    func condition(_ field: SelectedField, _ name: String, _ inputs: inout _Core.Inputs) -> Condition? {
        switch self {
        case .isNull:
            guard let isNull = inputs.query(name, _Core.Wire.value(Bool.self)) else { return nil }
            return .compare(.column(field.reference), isNull ? .equal : .notEqual, .null)
        case .contains, .containsIgnoringCase, .startsWith:
            guard let text = inputs.query(name, _Core.Wire.value(String.self)) else { return nil }
            return .compare(.column(field.reference), comparison(), .text(text))
        default:
            guard let value = field.comparand(name, &inputs, isList: self == .isIn) else { return nil }
            return .compare(.column(field.reference), comparison(), value)
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
