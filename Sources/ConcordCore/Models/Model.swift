/// A table whose rows are values of a type. `@Model` adds the conformance to a struct.
///
///     @Model
///     struct Station {
///         var id: UUID
///         @Field(.unique, .minLength(1), .maxLength(40)) var name: String
///         @ForeignKey(onDelete: .protect) var owner: Owner.ID
///     }
public protocol Model: Sendable {
    /// The type of the primary key, which other models refer to: `Owner.ID`.
    associatedtype ID: Sendable

    /// The type that provides the fields in conditions: the `$0` of `Station.objects.filter { … }`.
    associatedtype Columns: _Core.ModelColumns where Columns.M == Self

    /// The name of the table.
    static var table: String { get }

    /// The fields, in the order of their declarations.
    static var fields: [_Core.ModelField<Self>] { get }

    /// The default ordering of queries.
    static var ordering: [Ordering<Self>] { get }

    /// The constraints of the table.
    static var constraints: [Constraint<Self>] { get }

    /// The indexes of the table, in addition to the indexes of single fields.
    static var indexes: [Index<Self>] { get }

    /// The definition of the table, which is computed once.
    static var definition: _Core.ModelDefinition<Self> { get }

    /// Creates an object from field values, or returns `nil` if a value without a default is missing.
    init?(_ values: _Core.FieldValues<Self>)

    /// Creates an object from a row with the model's columns, in their order. Many-to-many fields remain empty.
    ///
    /// - Throws: `_Core.UnreadableColumn` if the type of a column's value doesn't match its field.
    init(row: inout _Core.RowReader) throws

    /// Appends the values of the model's columns, in their order.
    func write(to row: inout _Core.RowWriter)
}

extension Model {
    /// All objects of the model, from which queries are built: `Station.objects.filter { $0.elevation >= 100 }`.
    public static var objects: QuerySet<Self> { QuerySet() }

    /// An empty array.
    public static var ordering: [Ordering<Self>] { [] }

    /// An empty array.
    public static var constraints: [Constraint<Self>] { [] }

    /// An empty array.
    public static var indexes: [Index<Self>] { [] }

    /// The field of the primary key. `@Model` ensures that it exists.
    public static var primaryKey: _Core.ModelField<Self>? { definition.primaryKey.map { definition.fields[$0] } }

    /// Returns the field for a key path, or `nil` if the property isn't a field.
    public static func field(at keyPath: PartialKeyPath<Self>) -> _Core.ModelField<Self>? {
        definition.field(at: keyPath)
    }

    /// Returns the column for a key path. If the property isn't a field, the column doesn't exist in any table.
    package static func reference(to keyPath: PartialKeyPath<Self>) -> _Core.ColumnReference {
        field(at: keyPath)?.reference
            ?? _Core.ColumnReference(name: "\(keyPath)", column: "\(keyPath)", type: .text, isNullable: true)
    }

    /// The ordering by primary key, in ascending order.
    package static var primaryKeyOrdering: [Ordering<Self>] {
        primaryKey.map { [Ordering($0.reference, isDescending: false)] } ?? []
    }

    /// Returns the field with a Swift name.
    package static func field(named name: String) -> _Core.ModelField<Self>? { fields.first { $0.name == name } }
}
