import Concord

@API(title: "pagination-envelope", version: "1.0.0")
enum EntriesAPI {
    static let views: [any View.Type] = [Entries.self, Extracts.self]
}

@Model
struct Entry {
    var id: Int
    var text: String
}

@Serializer(of: Entry.self)
struct EntrySerializer {}

@View("/entries", .tags("entries"))
struct Entries: ListAPIView {
    static let serializer = EntrySerializer.self
    static let queryset = Entry.objects.all()
    static let pagination = PageNumberPagination(pageSize: 50, maximum: 200)
}

@View("/extracts", .tags("extracts"), .schema(AutoSchema(operationIDBase: "Extract")))
struct Extracts: ListAPIView {
    static let serializer = EntrySerializer.self
    static let queryset = Entry.objects.all()
    static let pagination = LimitOffsetPagination(pageSize: 20, maximum: 100)
}
