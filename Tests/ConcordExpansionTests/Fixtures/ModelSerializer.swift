@Model
struct Book {
    var id: UUID
    var title: String
    var subTitle: String?
    var author: UUID
    var notes: String?
}

@Serializer(of: Book.self)
struct PlainSerializer {}

@Serializer(
    of: Book.self, .keys(.snakeCase),
    .additionalProperties(false), exclude: \.notes, readOnly: \.id, writeOnly: \.subTitle, optional: \.title)
public struct BookSerializer {
    var author: PlainSerializer
    @Field(.minLength(3)) var title: String
    @Field(.source(\Book.subTitle)) var secondTitle: String?
    @Field(.writeOnly) var comment: String = "none"
    var kind = Const("book")
    @Field var titleWords: Int { instance.title.split(separator: " ").count }
}

@Serializer(of: Book.self, fields: \.title, \.id)
struct SummarySerializer {}

@Serializer
struct Page<Item> {
    @Field(.maxItems(100)) var items: [Item]
    var next: URL?
    @Field var count: Int { items.count }
}
