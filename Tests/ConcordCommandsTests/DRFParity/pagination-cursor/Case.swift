import Concord

@API(title: "pagination-cursor", version: "1.0.0")
enum EventsAPI {
    static let views: [any View.Type] = [Events.self]
}

@Model
struct Event {
    var id: Int
    var text: String
}

@Serializer(of: Event.self)
struct EventSerializer {}

@View("/events", .tags("events"))
struct Events: ListAPIView {
    static let serializer = EventSerializer.self
    static let queryset = Event.objects.all()
    static let pagination = CursorPagination(pageSize: 50, ordering: .descending(\Event.id))
}
