import ConcordYAML

/// The fields of a kind of object: their names, their kinds, and the versions that define or require them. Accessors,
/// key order, validation, and walks all use this table.
public struct FieldTable: Sendable {
    /// The name of the object in diagnostics: 'an operation'.
    public let name: String
    /// The fields, in the specification's order.
    public let fields: [Field]
    /// The kind of the values whose keys aren't fields, for objects that are maps (`paths`, `responses`, callbacks).
    public let others: FieldKind?
    /// Whether `true` and `false` can replace the object, as for a schema in 3.1.
    public let acceptsFlag: Bool
    /// Whether keys that begin with `x-` are extensions.
    public let allowsExtensions: Bool
    /// Whether unknown keys are allowed, as in a schema in 3.1.
    public let isOpen: Bool

    /// The fields that at least one version requires.
    let requiredFields: [Field]
    private let places: [String: Int]

    init(
        _ name: String, _ fields: [Field], others: FieldKind? = nil, acceptsFlag: Bool = false,
        allowsExtensions: Bool = true, isOpen: Bool = false
    ) {
        self.name = name
        self.fields = fields
        self.others = others
        self.acceptsFlag = acceptsFlag
        self.allowsExtensions = allowsExtensions
        self.isOpen = isOpen
        requiredFields = fields.filter { !$0.requiredIn.isEmpty }
        places = Dictionary(fields.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
    }

    /// The field with a name.
    public subscript(name: String) -> Field? {
        places[name].map { fields[$0] }
    }

    /// Returns the mapping with its keys in the specification's order. Unknown keys follow in their original order.
    public func ordered(_ mapping: Mapping) -> Mapping {
        let keyed = mapping.entries.enumerated().map { index, entry in
            (place: places[entry.key] ?? fields.count, index: index, entry: entry)
        }
        return Mapping(keyed.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.entry))
    }
}

/// A field of an object in the specification.
public struct Field: Sendable {
    /// The key.
    public let name: String
    /// The kind of the value.
    public let kind: FieldKind
    /// The versions that require the field.
    public let requiredIn: OpenAPIVersions
    /// The versions that define the field.
    public let versions: OpenAPIVersions

    init(
        _ name: String, _ kind: FieldKind, requiredIn: OpenAPIVersions = [], versions: OpenAPIVersions = .all
    ) {
        self.name = name
        self.kind = kind
        self.requiredIn = requiredIn
        self.versions = versions
    }

    /// Returns a field that all versions require.
    static func required(_ name: String, _ kind: FieldKind) -> Field {
        Field(name, kind, requiredIn: .all)
    }
}

/// The kind of a field's value.
public indirect enum FieldKind: Sendable {
    /// A string.
    case text
    /// A Boolean value.
    case flag
    /// A nonnegative integer.
    case count
    /// A number.
    case number
    /// Any value.
    case any
    /// An object of the specification.
    case object(any OpenAPIObject.Type)
    /// The object, or a Reference Object.
    case reference(any OpenAPIObject.Type)
    /// An array.
    case list(FieldKind)
    /// A map with arbitrary names as keys.
    case map(FieldKind)
    /// A value of one of two kinds.
    case either(FieldKind, FieldKind)
}
