import Concord
import Foundation

// Every form of models, serializers of models, generic views and what takes part in requests. That it compiles is half of
// the test.

@API(title: "Library", version: "1", .requests(.split), .responses(.derived))
enum LibraryAPI {
    static let authentication: [any Authentication] = [LibraryCard()]
    static let views: [any View.Type] = [
        Books.self, BookDetail.self, AuthorViewSet.self, Shelves.self, OpeningHours.self, Archive.self, Rights.self,
    ]
}

/// The card's number is the reader's.
@SecurityScheme(.apiKey(header: "X-Card"))
struct LibraryCard {
    func user(of credential: APIKeyCredential) async throws -> Reader? {
        Reader(identifier: credential.key, isAdministrator: credential.key == "0")
    }

    struct Reader: AuthenticatedUser {
        var identifier: String
        var isAdministrator: Bool
    }
}

// MARK: Models

/// Someone who writes.
@Model("writers")
public struct Author {
    @Field(.primaryKey) public var number: Int64
    @Field(.unique, .format(.slug)) public var slug: String
    @Field(.unique, .format(.email)) public var email: String?
}

@Model
public struct Genre {
    public var id: UUID
    public var name: String
}

/// Something to read.
@Model
public struct Book {
    public var id: UUID
    /// As on the cover.
    @Field(.index, .minLength(1), .maxLength(60)) public var title: String
    @Field("subtitle", .column("sub_title")) public var subTitle: String?
    public var status: Status = .ordered
    @ForeignKey(onDelete: .protect, related: "books") public var author: Author.ID
    @OneToOne(onDelete: .setNull) public var successor: UUID?
    @ManyToMany public var genres: [Genre.ID] = []
    @Field(.maxDigits(6), .decimalPlaces(2)) public var price: Decimal?
    public var blurb: Nullable<String>
    public var opened: TimeOfDay?
    public var lent: Duration = .zero
    public var scan: Data?
    public var notes: JSON?
    @Field(.writeOnly) public var donor: String?
    @Field(.setOn(.create)) public var created: Date
    @Field(.setOn(.update)) public var changed: Date

    public static let ordering: [Ordering<Book>] = [.ascending(\.title), .descending(\.created)]
    public static let constraints: [Constraint<Book>] = [.unique(\.author, \.title, name: "one_title")]
    public static let indexes: [Index<Book>] = [Index(\.author, \.created)]

    /// Where it is.
    public enum Status: String, Sendable { case ordered, available, lost }

    /// No field: it has no column.
    var isLost: Bool { status == .lost }
}

// MARK: Serializers

@Serializer(of: Author.self)
struct AuthorSerializer {}

/// A book as readers see it.
@Serializer(
    of: Book.self, .keys(.snakeCase),
    .additionalProperties(false), exclude: \.scan, \.notes, readOnly: \.status, optional: \.blurb)
struct BookSerializer {
    var author: AuthorSerializer
    @Field(.minLength(3)) var title: String
    @Field(.source(\Book.subTitle)) var second: String?
    var shelfMark: String?
    var kind = Const("book")
    /// How many words the title has.
    @Field var titleWords: Int { instance.title.split(separator: " ").count }
}

@Serializer(of: Book.self, fields: \.title, \.id, \.author, \.blurb, \.donor, writeOnly: \.blurb)
struct BookSummarySerializer {}

@Serializer
struct Shelf<Item> {
    @Field(.maxItems(2)) var items: [Item]
    var next: URL?
    @Field var count: Int { items.count }
}

// MARK: What takes part in requests

/// Only books that cost as much, or less.
@Filter(.keys(.snakeCase))
struct PriceFilter: FilterBackend {
    /// Whether free books count.
    var includesFree = true
    @Query(.minimum(0)) var maximumPrice: Decimal?
    @Query var currency: String = "EUR"

    func filter(_ books: QuerySet<Book>) -> QuerySet<Book> {
        guard let maximumPrice else { return books }
        return books.filter { ($0.price <= maximumPrice || $0.price == nil) && !($0.title == currency) }
    }
}

/// Needs to know the branch.
@Filter
struct BranchFilter: FilterBackend {
    @Query var branch: String

    func filter(_ books: QuerySet<Book>) -> QuerySet<Book> {
        books.filter { $0.title.hasPrefix(branch) && $0.blurb != nil && $0.blurb < "z" }.exclude { $0.status == .lost }
    }
}

/// Only from inside the building.
@Permission
struct IsInside: Permission {
    @Header("X-Inside") var inside: Bool?

    func allows(_ request: APIRequest) -> Bool { inside == true }
}

@Pagination
struct Batches: Pagination {
    @Query(.minimum(1)) var batch: Int = 1

    func paginate<M: Model>(_ objects: QuerySet<M>) -> QuerySet<M> { objects.offset((batch - 1) * 10).limit(10) }

    func page(_ content: PageContent) async throws -> Page { Page(items: try content.objects()) }

    @Serializer struct Page { var items: [BookSummarySerializer] }
}

@Throttle
struct NotAtNight: Throttle {
    @Header("X-Hour") var hour: Int?

    func delay(for request: APIRequest) -> Duration? { hour.map { $0 < 6 ? .seconds(1800) : nil } ?? nil }
}

// MARK: Views

/// Every book.
@View("/books", .tags("books"), .schema(AutoSchema(operationIDBase: "Book")))
struct Books: ListCreateAPIView {
    static let serializer = BookSerializer.self
    static let requestSerializer = BookSummarySerializer.self
    static let queryset = Book.objects.filter { $0.status != .lost }
    static let permissions: [any Permission] = [IsAuthenticatedOrReadOnly()]
    static let throttles: [any Throttle] = [RateThrottle("3/hour")]
    static let filters: [any FilterBackend<Book>] = [
        PriceFilter(), PriceFilter(includesFree: false), SearchFilter(\.title, \.subTitle),
        OrderingFilter(\.title, \.created), FieldFilter(\.status, \.author),
        FieldFilter(.init(\.price, .lessThanOrEqual, .greaterThan), .init(\.status, .isIn), .init(\.price, .isNull)),
    ]
    static let pagination = PageNumberPagination(pageSize: 20, maximum: 100)
}

@View("/books/{title}", .tags("books"))
struct BookDetail: RetrieveUpdateDestroyAPIView {
    @Path(.minLength(1)) var title: String

    static let serializer = BookSerializer.self
    static let queryset = Book.objects.all()
    static let lookup = \Book.title
    static let permissions: [any Permission] = [AnyOf(IsAdminUser(), AllOf(IsAuthenticated(), Not(IsInside())))]
}

@View("/authors")
struct AuthorViewSet: ModelViewSet {
    static let serializer = AuthorSerializer.self
    static let queryset = Author.objects.all()
    static let pagination = CursorPagination(pageSize: 10, ordering: .descending(\Author.slug))

    /// Retire the author.
    @Action(.post, detail: true, .path("retire"))
    func stop(@Path number: Int64, @Query reason: String?) async throws -> AuthorSerializer {
        AuthorSerializer(Author(number: number, slug: reason ?? "none"))
    }
}

@View("/shelves")
struct Shelves: ListAPIView {
    static let serializer = BookSummarySerializer.self
    static let queryset = Book.objects.all()
    static let filters: [any FilterBackend<Book>] = [BranchFilter()]
    static let pagination = Batches()
}

/// A view without a database: it runs.
@View("/hours/{branch}")
struct OpeningHours {
    static let permissions: [any Permission] = [IsAuthenticated()]
    static let throttles: [any Throttle] = [NotAtNight()]

    @Path var branch: String
    var span: Span

    @GET("getHours")
    func get() async throws -> [String] { ["\(branch) \(span.from)-\(span.to ?? 24)"] }

    @POST("shelve", .schema(nil))
    func shelve(@Body book: BookSummarySerializer) async throws -> Shelf<BookSummarySerializer> {
        Shelf(items: [book])
    }
}

@Group
struct Span {
    @Query var from: Int = 8
    @Query var to: Int?
}

@Include("/archive/{year}", .tags("archive"))
struct Archive {
    @Path var year: Int

    static let views: [any View.Type] = [ArchivedPages.self]
}

@View("/pages")
struct ArchivedPages {
    var archive: Archive

    @GET("getPages")
    func get() async throws -> [Int] { [archive.year] }
}

/// Names that settings of views have, too.
@View("/rights")
struct Rights {
    @Query var permissions: String?
    @Query var routes: Int = 1

    @GET("getThrottles")
    func throttles() async throws -> String { "\(permissions ?? "none") \(routes)" }

    @POST("authenticate", .status(204))
    func authentication() async throws {}
}
