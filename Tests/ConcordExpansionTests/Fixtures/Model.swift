@Model("writers")
struct Author {
    @Field(.primaryKey) var number: Int64
    @Field(.unique, .format(.slug)) var slug: String
}

@Model
public struct Book {
    public var id: UUID
    @Field(.index, .minLength(1), .maxLength(60)) public var title: String
    @Field("subtitle", .column("sub_title")) public var subTitle: String?
    public var status: Status = .ordered
    @ForeignKey(onDelete: .protect, related: "books") public var author: Author.ID
    @ManyToMany(through: Shelf.self) public var shelves: [Shelf.ID] = []
    @Field(.maxDigits(6), .decimalPlaces(2)) public var price: Decimal?
    public var blurb: Nullable<String>
    @Field(.writeOnly) public var donor: String?
    @Field(.setOn(.create)) public var created: Date

    public static let ordering: [Ordering<Book>] = [.ascending(\.title)]

    public enum Status: String { case ordered, available }
}

@Model
struct Shelf {
    var id: Int
}
