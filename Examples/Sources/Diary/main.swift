import Concord
import ConcordAdmin
import ConcordServer
import ConcordUsers
import Foundation

/// A day in the life of a user.
@Model
struct Entry {
    var id: UUID
    @Field(.readOnly) @ForeignKey(onDelete: .cascade) var author: User.ID
    @Field(.minLength(1), .maxLength(10_000)) var text: String
    @Field(.setOn(.create)) var created: Date
}

@Serializer(of: Entry.self)
struct EntrySerializer {}

@View("/entries")
struct EntryViewSet: ModelViewSet {
    static let serializer = EntrySerializer.self
    static let queryset = Entry.objects.order(by: .descending(\.created))
    static let permissions: [any Permission] = [IsAuthenticated()]
    static let pagination = PageNumberPagination(pageSize: 20, maximum: 100)

    /// Users see only their own entries.
    static func queryset(for request: APIRequest) async throws -> QuerySet<Entry> {
        guard let user = request.user(as: User.self) else { return queryset.none() }
        return queryset.filter { $0.author == user.id }
    }

    static func performCreate(_ entry: inout Entry, for request: APIRequest) async throws {
        guard let user = request.user(as: User.self) else { throw Problem(401) }
        entry.author = user.id
        try await entry.insert()
    }
}

@API(title: "Diary", version: "1.0")
enum DiaryAPI {
    static let installedApps: [any InstalledApp.Type] = [Users.self, Admin.self]
    static let authentication: [any Authentication] = [SessionAuthentication(), BearerAuthentication()]
    static let views: [any View.Type] = [UserViews.self, EntryViewSet.self]

    static func configure(_ app: inout AppConfiguration) {
        app.admin.register(Entry.self) {
            $0.listDisplay = [.field(\.created), .field(\.author), .field(\.text)]
            $0.listFilter = [\.created]
        }
    }
}

await DiaryAPI.main()
