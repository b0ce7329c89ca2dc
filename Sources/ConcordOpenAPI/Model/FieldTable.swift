import ConcordYAML

/// What the specification says about the fields of one kind of object: their names, what they hold, which of them
/// must be there and in which versions. Accessors, key order, checks and walks go by this one table.
public struct FieldTable: Sendable {
    /// What diagnostics call such an object: 'an operation'.
    public let name: String
    /// The fields in the specification's order.
    public let fields: [Field]
    /// What values hold whose keys no field names, in objects that are maps (`paths`, `responses`, a callback).
    public let others: FieldKind?
    /// Whether `true` and `false` may stand for the object, as for a schema of 3.1.
    public let acceptsFlag: Bool
    /// Whether keys that open with `x-` are extensions.
    public let allowsExtensions: Bool
    /// Whether keys that nothing names are allowed, as in a schema of 3.1.
    public let isOpen: Bool

    /// The fields that some version requires.
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

    /// The field with this name.
    public subscript(name: String) -> Field? {
        places[name].map { fields[$0] }
    }

    /// The mapping with its keys in the specification's order; those that no field names follow in the order they
    /// have.
    public func ordered(_ mapping: Mapping) -> Mapping {
        let keyed = mapping.entries.enumerated().map { index, entry in
            (place: places[entry.key] ?? fields.count, index: index, entry: entry)
        }
        return Mapping(keyed.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.entry))
    }
}

/// What the specification says about one field of an object.
public struct Field: Sendable {
    /// The key.
    public let name: String
    /// What the field holds.
    public let kind: FieldKind
    /// The versions in which an object without the field is faulty.
    public let requiredIn: OpenAPIVersions
    /// The versions that have the field.
    public let versions: OpenAPIVersions

    init(
        _ name: String, _ kind: FieldKind, requiredIn: OpenAPIVersions = [], versions: OpenAPIVersions = .all
    ) {
        self.name = name
        self.kind = kind
        self.requiredIn = requiredIn
        self.versions = versions
    }

    /// A field that every version requires.
    static func required(_ name: String, _ kind: FieldKind) -> Field {
        Field(name, kind, requiredIn: .all)
    }
}

/// What a field holds.
public indirect enum FieldKind: Sendable {
    case text
    case flag
    /// A whole number that is not negative.
    case count
    case number
    /// Data: anything at all.
    case any
    case object(any OpenAPIObject.Type)
    /// The object, or a Reference Object that points to one.
    case reference(any OpenAPIObject.Type)
    case list(FieldKind)
    /// Names that the document's author chose, each with a value.
    case map(FieldKind)
    case either(FieldKind, FieldKind)
}
