import Concord

@API(title: "relation-types", version: "1.0.0")
enum BooksAPI {
    static let views: [any View.Type] = [BookViewSet.self]
}

@Model
struct Author {
    var id: Int
    @Field(.maxLength(100)) var name: String
}

@Model
struct Licence {
    var id: Int
    var text: String
}

@Model("tags")
struct Keyword {
    var id: Int
    @Field(.maxLength(20)) var word: String
}

@Model
struct Book {
    var id: Int
    @ForeignKey(onDelete: .cascade) var author: Author.ID
    @ForeignKey(onDelete: .setNull) var translator: Nullable<Author.ID>?
    @OneToOne(onDelete: .protect) var licence: Licence.ID
    @ManyToMany var tags: [Keyword.ID]
    @ForeignKey(onDelete: .restrict) var reviewer: Author.ID
    @ManyToMany var illustrators: [Author.ID]
}

@Serializer(of: Author.self)
struct AuthorSerializer {}

@Serializer(of: Book.self)
struct BookSerializer {
    var reviewer: AuthorSerializer
    var illustrators: [AuthorSerializer]
}

@View("/books", .tags("books"))
struct BookViewSet: ModelViewSet {
    static let serializer = BookSerializer.self
    static let queryset = Book.objects.all()
}
