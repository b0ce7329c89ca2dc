import Concord

@API(title: "integers", version: "1.0.0")
enum CountersAPI {
    static let views: [any View.Type] = [CounterDetail.self]
}

@Model
struct Counter {
    var id: Int64
    var tiny: Int16
    var usual: Int32
    var huge: Int64
}

@Serializer(of: Counter.self)
struct CounterSerializer {
    var plain: Int
    @Field(.maximum(3_000_000_000)) var beyond: Int64
}

@View("/counters/{id}", .tags("counters"))
struct CounterDetail: RetrieveUpdateAPIView {
    static let serializer = CounterSerializer.self
    static let queryset = Counter.objects.all()
}
