@Model
struct Book {
    var id: UUID
    var title: String
}

@Serializer(of: Book.self)
struct BookSerializer {}

@View("/books", .tags("books"))
struct Books: ListCreateAPIView {
    static let serializer = BookSerializer.self
    static let queryset = Book.objects.all()
    static let permissions: [any Permission] = [IsAuthenticatedOrReadOnly()]
}

@View("/books/{title}")
struct BookDetail: RetrieveUpdateDestroyAPIView {
    @Path var title: String

    static let serializer = BookSerializer.self
    static let queryset = Book.objects.all()
    static let lookup = \Book.title

    @DELETE("burnBook", .status(204))
    func delete() async throws { throw NotImplemented() }
}

@View("/novels")
struct Novels: ModelViewSet {
    static let serializer = BookSerializer.self
    static let queryset = Book.objects.all()

    @Action(.post, detail: true)
    func lend(@Path id: UUID) async throws -> BookSerializer { throw NotImplemented() }

    @Action(.get, detail: false, .path("latest/{count}"))
    func latest(@Path count: Int) async throws -> [BookSerializer] { throw NotImplemented() }
}

@Include("/archive/{year}")
struct Archive {
    @Path var year: Int
    static let views: [any View.Type] = [Novels.self]
}

@API(title: "Books", version: "1")
enum BookAPI {
    static let views: [any View.Type] = [Books.self, BookDetail.self, Archive.self]
}
