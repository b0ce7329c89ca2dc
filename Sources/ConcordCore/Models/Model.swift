/// A table whose rows are values of a type: what `@Model` makes of a struct.
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

    /// The fields inside of conditions: the `$0` of `Station.objects.filter { … }`.
    associatedtype Columns: _Core.ModelColumns where Columns.M == Self

    /// The table's name.
    static var table: String { get }

    /// The fields, in the order in which they are declared.
    static var fields: [_Core.ModelField<Self>] { get }

    /// What objects are sorted by where a query states nothing else.
    static var ordering: [Ordering<Self>] { get }

    /// What the objects of the table have to fulfil together.
    static var constraints: [Constraint<Self>] { get }

    /// What the table is indexed by, beside what single fields state.
    static var indexes: [Index<Self>] { get }

    /// The table, worked out once.
    static var definition: _Core.ModelDefinition<Self> { get }

    /// Makes an object of the values of its fields; nil where one is missing that has no default.
    init?(_ values: _Core.FieldValues<Self>)

    /// Makes an object of a row that has the model's columns, in their order; fields that are many-to-many stay empty.
    ///
    /// - Throws: `_Core.UnreadableColumn` where a column holds something else than its field.
    init(row: inout _Core.RowReader) throws

    /// Adds the values of the model's columns, in their order.
    func write(to row: inout _Core.RowWriter)
}

extension Model {
    /// All objects of the model: where each query starts, as in `Station.objects.filter { $0.elevation >= 100 }`.
    public static var objects: QuerySet<Self> { QuerySet() }

    /// No order.
    public static var ordering: [Ordering<Self>] { [] }

    /// No constraints.
    public static var constraints: [Constraint<Self>] { [] }

    /// No indexes beside those of single fields.
    public static var indexes: [Index<Self>] { [] }

    /// The field that holds the primary key; `@Model` sees to it that there is one.
    public static var primaryKey: _Core.ModelField<Self>? { definition.primaryKey.map { definition.fields[$0] } }

    /// The field that a key path leads to; nil for a property that is no field.
    public static func field(at keyPath: PartialKeyPath<Self>) -> _Core.ModelField<Self>? {
        definition.field(at: keyPath)
    }

    /// The column that a key path leads to; one that no table has for a property that is no field.
    package static func reference(to keyPath: PartialKeyPath<Self>) -> _Core.ColumnReference {
        field(at: keyPath)?.reference
            ?? _Core.ColumnReference(name: "\(keyPath)", column: "\(keyPath)", type: .text, isNullable: true)
    }

    /// By the primary key, the least first.
    package static var primaryKeyOrdering: [Ordering<Self>] {
        primaryKey.map { [Ordering($0.reference, isDescending: false)] } ?? []
    }

    /// The field of this name in Swift.
    static func field(named name: String) -> _Core.ModelField<Self>? { fields.first { $0.name == name } }
}
