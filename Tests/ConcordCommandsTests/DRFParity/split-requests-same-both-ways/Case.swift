import Concord

@API(title: "split-requests-same-both-ways", version: "1.0.0", .requests(.split))
enum PointsAPI {
    static let views: [any View.Type] = [PointViewSet.self]
}

@Model
struct Point {
    var id: Int
    var x: Double
    var y: Double
}

@Serializer(of: Point.self, fields: \.x, \.y)
struct PointSerializer {}

@View("/points", .tags("points"))
struct PointViewSet: ModelViewSet {
    static let serializer = PointSerializer.self
    static let queryset = Point.objects.all()
}
