import Concord

@API(title: "operation-id-collision", version: "1.0.0")
enum ThingsAPI {
    static let views: [any View.Type] = [Things.self, ThingViewSet.self]
}

@Model
struct Thing {
    var id: Int
    @Field(.maxLength(100)) var name: String
}

@Serializer(of: Thing.self)
struct ThingSerializer {}

@View("/things-list", .tags("things"))
struct Things: ListAPIView {
    static let serializer = ThingSerializer.self
    static let queryset = Thing.objects.all()
}

@View("/things", .tags("things"))
struct ThingViewSet: ReadOnlyModelViewSet {
    static let serializer = ThingSerializer.self
    static let queryset = Thing.objects.all()
}
